"""Sentences beside pairs are held against each other: what leads in on one side alone leads in to nothing."""

from __future__ import annotations

from flashgen.pairing.fitting import Fitting
from flashgen.pairing.model import TranslationModel
from flashgen.pairing.said_alike import not_alike
from flashgen.record import replace
from flashgen.records.pairs import Bead
from tests.support.samples import fact

SAME = ("In 1911 the mill of our valley had 12 stones:", "Nel 1911 il mulino della valle aveva 12 pietre:")
ALSO = ("Of its 24 sails it lost 7 in a storm of May:", "Delle 24 pale ne perse 7 in una tempesta:")
OTHER = ("These 3 things turn, as in 1820, on 56 pillars and 88 stones:", "Alcune cose:")
MODEL = TranslationModel(ratio=1.0)


def test_sentences_whose_evidence_speaks_clearly_against_them_do_not_say_the_same() -> None:
    assert not_alike((SAME, ALSO, OTHER), MODEL) == {OTHER}


def test_a_few_sentences_tell_nothing_and_nor_do_languages_of_which_nothing_is_known() -> None:
    assert not not_alike((SAME, OTHER, OTHER), MODEL)
    assert not not_alike((SAME, ("", ALSO[1]), OTHER), MODEL)
    assert not not_alike((SAME, ALSO, OTHER), TranslationModel())


def test_such_sentences_lead_in_to_nothing_and_are_no_examples() -> None:
    def bead(kind: str, number: int, contexts: tuple[str, str]) -> Bead:
        native = replace(fact(kind, f"A mill of oak has {number} wheels."), context=contexts[0])
        return Bead(kind, native, replace(fact(kind, f"Un mulino ha {number} ruote."), context=contexts[1]))

    for kind in ("purpose", "vocabulary"):
        beads = [bead(kind, number, texts) for number, texts in enumerate((SAME, ALSO, OTHER), start=2)]
        fitted = Fitting("mill", ("en", "it"), MODEL).fit_all(beads)
        assert [one.native.context for one in fitted if one.native] == [SAME[0], ALSO[0], ""]
