"""Which examples of words a card can show beside them: sentences that are understood without the text they are from."""

from __future__ import annotations

from flashgen.language.openers import leaning
from flashgen.language.pointing import Pointing, begins_by_joining
from flashgen.language.text_types import is_question, weight
from flashgen.pairing.model import TranslationModel
from flashgen.pairing.references import do_point

_SHORT = 40
"""An example that weighs less on both sides ("It is a prize.") says little of its word."""
_LEANS = 2.0
"""Log odds (nats) of both sides together from which an example leans on what was said before it."""


def is_riddle(examples: tuple[str, str], model: TranslationModel, pointing: tuple[Pointing, Pointing]) -> bool:
    """Whether an example of a word, in two languages, was not translated, says little, asks, points elsewhere, or leans
    on what was said before."""
    native, target = examples
    if (
        native == target
        or max(weight(text, _SHORT) for text in examples) < _SHORT
        or any(map(is_question, examples))
        or do_point(examples, pointing)
        or any(map(begins_by_joining, examples, pointing))
    ):
        return True
    ours, theirs = leaning(native, model.native_openers), leaning(target, model.target_openers)
    return min(ours, theirs) > 0 and ours + theirs >= _LEANS
