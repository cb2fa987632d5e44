"""A statistic that was cut: the piece that holds its figure on both sides asks, and the others stand behind."""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.language.numbers import blank_figures
from flashgen.pairing.sentence_alignment import Cut
from flashgen.record import replace
from flashgen.records.facts import BLANK, Fact


def kept_with_figure(native: Fact, target: Fact, cuts: Sequence[Cut]) -> tuple[Fact, Fact]:
    """A statistic asks with the piece that holds its figure on both sides; with the first one, where none does."""
    ours = _pieces(native.answer, [cut.native for cut in cuts])
    theirs = _pieces(target.answer, [cut.target for cut in cuts])
    both = (
        BLANK in _blanked(one, native) and BLANK in _blanked(other, target)
        for one, other in zip(ours, theirs, strict=True)
    )
    kept = next((place for place, holds in enumerate(both) if holds), 0)
    return _keep_piece(native, ours, kept), _keep_piece(target, theirs, kept)


def _pieces(text: str, ends: Sequence[int]) -> list[str]:
    return [text[start:end].strip() for start, end in zip((0, *ends), ends, strict=False)]


def _blanked(piece: str, fact: Fact) -> str:
    return blank_figures(piece, fact.figure, BLANK)


def _keep_piece(fact: Fact, pieces: Sequence[str], kept: int) -> Fact:
    rest = " ".join(piece for place, piece in enumerate(pieces) if place != kept)
    return replace(fact, question=_blanked(pieces[kept], fact), answer=pieces[kept], rest=rest)
