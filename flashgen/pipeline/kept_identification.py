"""The languages of texts, as an earlier build has identified them, and the model that tells: it takes long to open."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from flashgen.cache.shelf import Shelf
from flashgen.cache.store import Store
from flashgen.language.identification import identify

_LANGUAGES: Shelf[str] = Shelf("language", str)
_MODEL: Shelf[bytes] = Shelf("language model", bytes)
_UNKNOWN = ""
_END = b""


class KeptIdentification:
    """Identifies a text as `identify` does, and keeps what it finds in a store."""

    def __init__(self, store: Store | None) -> None:
        self._store = store

    def __call__(self, text: str) -> str | None:
        if self._store is None:
            return identify(text)
        return _LANGUAGES.get_or_make(self._store, _LANGUAGES.key((text,)), lambda: identify(text) or _UNKNOWN) or None


class KeptModel:
    """The pieces of the model, each in an entry of its own, as they are: to compress them takes longer than to read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self) -> Iterable[bytes]:
        """The pieces, if all are there."""
        pieces: list[bytes] = []
        while piece := self._store.get(self._key(len(pieces))):
            pieces.append(piece)
        return pieces if piece == _END else ()

    def put(self, pieces: Iterable[bytes]) -> None:
        """Keep the pieces, and behind them what tells that these are all."""
        for number, piece in enumerate(chain(pieces, (_END,))):
            self._store.put(self._key(number), piece)

    def _key(self, number: int) -> bytes:
        return _MODEL.key((str(number),))
