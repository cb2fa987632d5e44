"""Which notes of an article are kept, and in which order a learner meets all notes. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from flashgen.kinds import KINDS


class _Placed(Protocol):
    """A note, or what is known of one."""

    @property
    def guid(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def article(self) -> str: ...


_Note = TypeVar("_Note", bound=_Placed)


def within_limit(notes: Iterable[_Note], limit: int) -> tuple[tuple[_Note, ...], tuple[_Note, ...]]:
    """(kept, left out): the first `limit` notes of each article; 0 keeps all.

    `notes` stand in the order of `in_order(notes, "articles", {})`, so that an article's definition stays first.
    """
    if not limit:
        return tuple(notes), ()
    counts: Counter[str] = Counter()
    kept: list[_Note] = []
    left_out: list[_Note] = []
    for note in notes:
        counts[note.article] += 1
        (kept if counts[note.article] <= limit else left_out).append(note)
    return tuple(kept), tuple(left_out)


def within_limit_of_kind(
    notes: Iterable[_Note], kind: str, limit: int, published: Collection[str]
) -> tuple[tuple[_Note, ...], tuple[_Note, ...]]:
    """(kept, left out): at most `limit` notes of a kind for each article, in the order of `notes`; 0 keeps all.

    Those whose guid was published come first, so that a learner's sentence does not give way to another.
    """
    notes = tuple(notes)
    of_kind = sorted((note for note in notes if note.kind == kind), key=lambda note: note.guid not in published)
    left_out = {note.guid for note in within_limit(of_kind, limit)[1]}
    return tuple(n for n in notes if n.guid not in left_out), tuple(n for n in notes if n.guid in left_out)


def in_order(notes: Iterable[_Note], order: str, frequency: Mapping[str, int]) -> Sequence[_Note]:
    """Notes as a learner shall meet them; those of one kind in one article keep the order of their document.

    `order` is "articles", "kinds" or "frequency"; `frequency` tells how many articles speak of an article.
    """
    place = {kind: index for index, kind in enumerate(KINDS)}
    if order == "kinds":
        return sorted(notes, key=lambda note: (place[note.kind], note.article))
    if order == "frequency":
        return sorted(notes, key=lambda note: (-frequency.get(note.article, 0), note.article, place[note.kind]))
    return sorted(notes, key=lambda note: (note.article, place[note.kind]))
