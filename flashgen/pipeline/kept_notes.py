"""Notes that an earlier build has made of the same texts, under the same settings."""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.cache.shelf import Shelf, canonical, digest
from flashgen.cache.store import Store
from flashgen.notes.note_maker import NoteMaker
from flashgen.notes.term_places import TermPlace
from flashgen.quality.sentences import are_sound
from flashgen.quality.settings import Gate
from flashgen.records import Bitext, Note

_NOTES: Shelf[tuple[Note, ...]] = Shelf("notes", tuple[Note, ...])
_SOUND: Shelf[bool] = Shelf("sound sentences", bool)


class KeptSoundness:
    """Judges two sentences as `are_sound` does, and keeps what it finds.

    A term is made anew when it is met in other places too, but its sentences mostly stay, and to judge them may need
    the model of languages.
    """

    def __init__(self, languages: tuple[str, str], gate: Gate, store: Store | None) -> None:
        self._languages = languages
        self._gate = gate
        self._store = store
        self._settings = digest((canonical((languages, gate)),)) if store else b""

    def __call__(self, native: str, target: str) -> bool:
        if self._store is None:
            return self._judge(native, target)
        key = _SOUND.key((self._settings, native, target))
        return _SOUND.get_or_make(self._store, key, lambda: self._judge(native, target))

    def _judge(self, native: str, target: str) -> bool:
        return are_sound(native, target, self._languages, self._gate)


class KeptNotes:
    """Makes the notes that a store does not hold, and keeps them there."""

    def __init__(self, maker: NoteMaker, gate: Gate, store: Store | None = None) -> None:
        """`gate` is what the maker judges sentences by."""
        self._maker = maker
        self._store = store
        settings = maker.native, maker.target, maker.settings, maker.note_types, maker.phrases, gate
        # by their digest: they hold all templates, and are part of the key of every article and term
        self._settings = digest((canonical(settings),)) if store else b""

    def notes(self, bitext: Bitext) -> tuple[Note, ...]:
        """As `NoteMaker.notes`."""
        if self._store is None:
            return self._maker.notes(bitext)
        key = _NOTES.key(("notes", self._settings, canonical(bitext)))
        return _NOTES.get_or_make(self._store, key, lambda: self._maker.notes(bitext))

    def term(self, linked: Bitext, places: Sequence[TermPlace]) -> Note | None:
        """As `NoteMaker.term`."""
        if self._store is None:
            return self._maker.term(linked, places)
        key = _NOTES.key(("term", self._settings, canonical((linked, places))))

        def make() -> tuple[Note, ...]:
            note = self._maker.term(linked, places)
            return (note,) if note else ()

        return next(iter(_NOTES.get_or_make(self._store, key, make)), None)
