"""Makes notes, and keeps what an earlier build has made of terms, and judged of their sentences."""

from __future__ import annotations

from flashgen.cache.shelf import Shelf, canonical, digest
from flashgen.cache.store import Store
from flashgen.notes.note_maker import NoteMaker
from flashgen.notes.term_places import MetTerm
from flashgen.pipeline.held_notes import PackedNotes, pack_notes
from flashgen.quality.sentences import are_sound
from flashgen.quality.settings import Gate
from flashgen.record import replace
from flashgen.records.notes import Note
from flashgen.records.pairs import Bitext

_TERMS: Shelf[tuple[Note, ...]] = Shelf("term", tuple[Note, ...])
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
    """Makes notes; those of terms, which change where anything else does, it keeps in a store, one by one."""

    def __init__(self, maker: NoteMaker, gate: Gate, store: Store | None = None) -> None:
        """`gate` is what sentences are judged by."""
        self._maker = replace(maker, are_sound=KeptSoundness((maker.native, maker.target), gate, store))
        self._gate = gate
        self._store = store
        settings = maker.native, maker.target, maker.settings, maker.note_types, maker.phrases, gate
        # by their digest: they hold all templates, and are part of the key of every article and term
        self.told = digest((canonical(settings),)) if store else b""
        """What tells this maker from any other; empty without a store."""

    def without_store(self) -> KeptNotes:
        """The same for a process that may not use the store."""
        return KeptNotes(self._maker, self._gate)

    def notes(self, bitext: Bitext) -> PackedNotes:
        """As `NoteMaker.notes`, those that have cards."""
        return pack_notes(self._maker.notes(bitext))

    def known_term(self, term: MetTerm) -> PackedNotes | None:
        """The note of a term, or none, as it was made before; None where it was not."""
        return _TERMS.get_packed(self._store, self._key(term)) if self._store else None

    def make_term(self, term: MetTerm) -> PackedNotes:
        """As `NoteMaker.term`: one note, or none."""
        note, number = self._maker.term(term.linked, term.places, is_asked_twice=term.is_asked_twice) or (None, 0)
        notes = pack_notes((note,) if note else ())
        if self._store and isinstance(notes, bytes):
            # in the next build, the place that is published now comes first
            for order in (term, term.led_by(number)) if number else (term,):
                _TERMS.put_packed(self._store, self._key(order), notes)
        return notes

    def _key(self, term: MetTerm) -> bytes:
        return _TERMS.key((self.told, canonical(term.is_asked_twice), *term.said))
