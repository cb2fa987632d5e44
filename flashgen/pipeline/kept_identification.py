"""The languages of texts, as an earlier build has identified them: the model that tells takes long to unpack."""

from __future__ import annotations

from flashgen.cache.shelf import Shelf
from flashgen.cache.store import Store
from flashgen.language.identification import identify

_LANGUAGES: Shelf[str] = Shelf("language", str)
_UNKNOWN = ""


class KeptIdentification:
    """Identifies a text as `identify` does, and keeps what it finds in a store."""

    def __init__(self, store: Store | None) -> None:
        self._store = store

    def __call__(self, text: str) -> str | None:
        if self._store is None:
            return identify(text)
        return _LANGUAGES.get_or_make(self._store, _LANGUAGES.key((text,)), lambda: identify(text) or _UNKNOWN) or None
