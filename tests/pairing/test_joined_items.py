"""An item that one version joined to the one before it, and the pair that is left of the two."""

from __future__ import annotations

from flashgen.pairing.alignment import Candidate
from flashgen.pairing.confidence import ITEM_WEIGHTS
from flashgen.pairing.evidence import tokenise
from flashgen.pairing.joined_items import gain_by_joining
from flashgen.pairing.lexicon import Lexicon

ENGLISH = "Nectar of 20 flowers", "Pollen from Torino and Milano", "Water"
JOINED = "Nettare di 20 fiori e polline da Torino e Milano", "Acqua"
WHOLE = "Nettare di 20 fiori", "Polline da Torino e Milano"


def gain(native: tuple[str, ...], target: tuple[str, ...], left_over: tuple[tuple[int, ...], tuple[int, ...]]) -> float:
    """That of the first item of both, beside what is left over."""
    pair = Candidate(0, 0, 2.0, 2.0, -2.0, False, 0.0, 0.3, left_over)
    texts = [tokenise(text) for text in native], [tokenise(text) for text in target]
    return gain_by_joining(pair, *texts, Lexicon(), frozenset(), 1.0, ITEM_WEIGHTS)


def test_an_item_that_says_what_two_say_is_the_better_partner_of_both_together() -> None:
    assert gain(ENGLISH, JOINED, ((1,), ())) > 2
    assert gain(JOINED, ENGLISH, ((), (1,))) > 2


def test_an_item_whose_neighbour_was_lost_gains_nothing_by_it() -> None:
    assert gain(ENGLISH, (WHOLE[0], "Acqua"), ((1,), ())) == 0


def test_nothing_is_gained_where_nothing_is_left_over() -> None:
    assert gain(ENGLISH, JOINED, ((), ())) == 0
