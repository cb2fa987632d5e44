"""Which of the places where both texts may be cut a card is cut at: as much as fits, and never too little."""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.language.text_types import is_question, weight
from flashgen.pairing.sentence_alignment import Cut
from flashgen.records.facts import Fact

_FRAGMENT = 40
"""What weighs less ("Not always.") says too little alone."""


def is_fragment_before(native: Fact, target: Fact, cut: Cut) -> bool:
    """Whether both sides begin with a sentence that says too little alone: "A scholarship." """
    return max(weights(native, target, cut, _FRAGMENT)) < _FRAGMENT


def weights(native: Fact, target: Fact, cut: Cut, most: int) -> tuple[int, int]:
    """What the answers weigh before a cut; nobody needs to know how much more than `most`."""
    return weight(native.answer[: cut.native], most), weight(target.answer[: cut.target], most)


def choose_cut(native: Fact, target: Fact, cuts: Sequence[Cut], limit: int, most: int, answered: int) -> Cut:
    """The last cut before which there is no more than fits; the first one, where none fits.

    A few words take the next sentence along, and so does a question, which that answers, if both weigh no more than
    `answered`.
    """

    def weigh_piece(cut: Cut) -> int:
        return max(weight(native.answer[: cut.native], limit), weight(target.answer[: cut.target], limit))

    fitting = [
        cut for cut in cuts if weigh_piece(cut) <= limit and max(cut.native_sentences, cut.target_sentences) <= most
    ]
    chosen = fitting[-1] if fitting else cuts[0]
    following = [cut for cut in cuts if cut.native > chosen.native and cut.target > chosen.target]
    if _asks(native, target, chosen):
        behind = next((cut for cut in following if not _asks(native, target, cut)), chosen)
        return behind if max(weights(native, target, behind, answered)) <= answered else chosen
    is_fragment = chosen.native_sentences == 1 and weigh_piece(chosen) < _FRAGMENT
    if following and is_fragment and weigh_piece(following[0]) <= limit:
        return following[0]
    return chosen


def question_and_answer(native: Fact, target: Fact, cuts: Sequence[Cut]) -> Sequence[Cut]:
    """The places behind the question that both sides of an item without a label begin with, and behind the sentence
    that answers it; none where they begin otherwise, or end with it."""
    if native.label or target.label:
        return ()
    asking = next((place for place, cut in enumerate(cuts) if not _asks(native, target, cut)), 0)
    return cuts[asking - 1 : asking + 1] if asking else ()


def _asks(native: Fact, target: Fact, cut: Cut) -> bool:
    """Whether a question stands before a cut on both sides."""
    return is_question(native.answer[: cut.native]) and is_question(target.answer[: cut.target])
