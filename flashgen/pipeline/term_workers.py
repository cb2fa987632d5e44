"""The notes of terms: made by this process where few are missing, and by several where there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from flashgen.notes.term_places import MetTerm
from flashgen.pipeline.held_notes import PackedNotes
from flashgen.pipeline.kept_notes import KeptNotes
from flashgen.pipeline.workers import count_workers, map_in_processes, most_workers
from flashgen.record import Packing, Record

_TERMS = Packing[MetTerm](MetTerm)


def make_terms(
    terms: Iterable[MetTerm], maker: KeptNotes, workers: int, prepare_process: Callable[[], None] | None
) -> Iterator[tuple[str, PackedNotes]]:
    """(article, its note or none) of each term, in their order.

    `workers` as in `Request.jobs`; `prepare_process` runs once in each. They take over as soon as so many terms had to
    be made that more are to be expected: how many are known cannot be told before.
    """
    left, missing = iter(terms), 0
    for term in left:
        notes = maker.known_term(term)
        if notes is None:
            missing += 1
            if count_workers(workers, missing) > 1:
                begin, packed = _Begin(maker, prepare_process), map(_TERMS.pack_or_keep, chain((term,), left))
                yield from map_in_processes(begin, packed, most_workers(workers))
                return
            notes = maker.make_term(term)
        yield term.linked.slug, notes


class _Begin(Record):
    """Gives a worker process once what all of its terms need."""

    maker: KeptNotes
    prepare: Callable[[], None] | None

    def __call__(self) -> Callable[[bytes | MetTerm], tuple[str, PackedNotes]]:
        if self.prepare:
            self.prepare()
        return self._make

    def _make(self, packed: bytes | MetTerm) -> tuple[str, PackedNotes]:
        term = _TERMS.restore(packed)
        notes = self.maker.known_term(term)
        return term.linked.slug, self.maker.make_term(term) if notes is None else notes
