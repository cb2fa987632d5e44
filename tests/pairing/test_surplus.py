"""A clause that one side lacks: told by lengths and counterparts together, and by neither alone."""

from __future__ import annotations

import pytest

from flashgen.language.tokens import tokens
from flashgen.pairing.decisions import published_pairs
from flashgen.pairing.lexicon import Segment, learn
from flashgen.pairing.model import TranslationModel
from flashgen.pairing.surplus import withhold_surplus
from flashgen.record import replace
from flashgen.records.pairs import Bead, Decision
from tests.support.samples import fact

WORDS = (
    ("mill", "mulino"), ("grinds", "macina"), ("grain", "grano"), ("village", "villaggio"), ("wheel", "ruota"),
    ("turns", "gira"), ("night", "notte"), ("farmers", "contadini"), ("bring", "portano"), ("harvest", "raccolto"),
    ("cart", "carro"), ("stone", "pietra"), ("heavy", "pesante"), ("brook", "ruscello"), ("drives", "muove"),
)  # fmt: skip
LEARNT = TranslationModel(
    learn(Segment(str(number), tokens(ours), tokens(theirs)) for number in range(4) for ours, theirs in WORDS), 1.0, 1.0
)
WHOLE = "The mill grinds the grain of the village, the brook drives the wheel, and the heavy stone turns all night."
TUTTO = "Il mulino macina il grano del villaggio, il ruscello muove la ruota e la pietra pesante gira tutta la notte."
MORE, ALTRO = " The farmers bring the harvest on a cart.", " I contadini portano il raccolto su un carro."


def lacking(native: str, target: str, model: TranslationModel = LEARNT) -> str:
    """What one side is held to say more; empty where the pair makes a note."""
    (bead,) = withhold_surplus(
        [Bead("purpose", fact("purpose", native), fact("purpose", target))], "x", ("en", "it"), model
    )
    return bead.reason.detail if bead.reason else ""


def test_a_sentence_that_one_side_lacks() -> None:
    assert lacking(WHOLE + MORE, TUTTO) == MORE.strip()
    assert lacking(WHOLE, TUTTO + ALTRO) == ALTRO.strip()


def test_a_clause_that_one_side_lacks() -> None:
    clause = ", which the farmers bring on a cart when the harvest is in"
    assert lacking(WHOLE.replace(" of the village", f" of the village{clause}"), TUTTO) == clause.strip(", ") + ","


@pytest.mark.parametrize(
    ("native", "target"),
    [
        (WHOLE, TUTTO),
        (WHOLE + MORE, TUTTO + ALTRO),
        (WHOLE + MORE, f"{TUTTO.rstrip('.')}; i contadini portano il raccolto."),
        (f"{WHOLE} (The farmers bring the harvest on a cart.)", TUTTO),
        ("Grinds grain.", "Macina il grano del villaggio."),
        (f"{WHOLE} <b>The farmers bring the harvest on a cart.</b>", TUTTO),
    ],
    ids=["one for one", "both say more", "in fewer words", "in brackets", "short", "markup"],
)
def test_what_both_sides_say(native: str, target: str) -> None:
    assert lacking(native, target) == ""


def test_a_corpus_that_teaches_nothing_tells_of_no_clause() -> None:
    assert lacking(WHOLE + MORE, TUTTO, TranslationModel()) == ""


def test_what_a_person_confirmed_stays_and_what_was_published() -> None:
    bead = Bead("purpose", fact("purpose", WHOLE + MORE), fact("purpose", TUTTO), is_confirmed=True)
    assert withhold_surplus([bead], "x", ("en", "it"), LEARNT) == (bead,)
    unsaid = replace(bead, is_confirmed=False)
    assert withhold_surplus([unsaid], "x", ("en", "it"), LEARNT)[0].reason
    published = published_pairs([Decision(WHOLE + MORE, TUTTO, is_pair=True)])
    assert withhold_surplus([unsaid], "x", ("en", "it"), LEARNT, published) == (unsaid,)
