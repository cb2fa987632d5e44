"""What two answers that were cut go on with, as far as both say the same: cards fold it behind the answer.

Versions of different revisions begin alike and part soon, and what one of them says alone would be a riddle. Nor is
anybody helped by an essay behind an answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.language.numbers import figures, same_figures
from flashgen.language.text_types import introduces, is_question, weight
from flashgen.pairing.sentence_alignment import Cut, is_whole
from flashgen.record import replace
from flashgen.records.pairs import Bead

_SURE = 0.9
"""The probability from which a place is taken for one at which both sides have said the same."""
_SHORTEST = 10
"""What the last piece of a rest must weigh: less is torn off a name that ends in a mark ("Yahoo!"), or says nothing."""
_BULLET = "• "
"""What an item of a list within an answer begins with."""
_NOT_DENIED = -6.0
"""The log odds (nats) from which the one sentence that is left of two texts that are a pair is taken for its partner's:
what the texts say as a whole speaks for it."""
_LONGEST = 420
"""What a rest may weigh: three or four sentences."""
Rests = tuple[str, str] | None
"""What cards show of the rests of two answers; None: all."""


def with_rests(bead: Bead, rests: Rests) -> Bead:
    """A pair with what cards show of the rests of its answers."""
    if rests is None or bead.native is None or bead.target is None:
        return bead
    return replace(bead, native=replace(bead.native, rest=rests[0]), target=replace(bead.target, rest=rests[1]))


def common_rests(
    native: str, target: str, shown: Cut, following: Sequence[Cut], *, is_needed: bool = False
) -> tuple[str, str]:
    """What both texts say behind the place up to which a card shows them, as far as each says what the other does.

    `following` are the places at which both may be cut, from the next one on. `is_needed`: whether what is asked may be
    answered by the rest alone, so that a last sentence is shown unless the evidence speaks clearly against it.
    """
    end = shown
    needed = _NOT_DENIED if is_needed and _is_one_sentence(shown, following) else 0.0
    for cut in following:
        ours, theirs = native[end.native : cut.native], target[end.target : cut.target]
        if cut.probability < _SURE or cut.piece_odds <= needed or not same_figures(figures(ours), figures(theirs)):
            break
        rests = native[shown.native : cut.native], target[shown.target : cut.target]
        if any(weight(rest, _LONGEST) > _LONGEST for rest in rests):
            break
        is_scrap = max(weight(ours.strip(), _SHORTEST), weight(theirs.strip(), _SHORTEST)) < _SHORTEST
        if not (is_scrap or _breaks_off(native, cut.native) or _breaks_off(target, cut.target)):
            end = cut
    if not (is_whole(native, end.native) and is_whole(target, end.target)):
        return "", ""
    return native[shown.native : end.native].strip(), target[shown.target : end.target].strip()


def _is_one_sentence(shown: Cut, following: Sequence[Cut]) -> bool:
    """Whether one sentence of each side is left."""
    if len(following) != 1:
        return False
    (last,) = following
    return (last.native_sentences, last.target_sentences) == (shown.native_sentences + 1, shown.target_sentences + 1)


def _breaks_off(text: str, end: int) -> bool:
    """Whether a list goes on behind a place, or a list or an answer is led in to right before it: three of "four
    criteria:" are wrong."""
    before = text[:end]
    return text[end:].lstrip().startswith(_BULLET) or introduces(before) or is_question(before)
