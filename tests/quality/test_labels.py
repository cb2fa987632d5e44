"""A word to learn says enough in a word or two."""

from __future__ import annotations

from flashgen.quality.labels import label
from flashgen.quality.settings import Gate
from flashgen.quality.view import View
from flashgen.record import replace
from flashgen.records.facts import Fact
from tests.support.samples import fact, version

SENTENCES = tuple(fact("purpose", f"Il mulino macina {grain} tutta la notte.") for grain in ("grano", "mais", "orzo"))


def view(found: Fact) -> View:
    siblings = tuple(replace(other, kind=found.kind) for other in SENTENCES)
    return View(found, found, siblings, frozenset(), version("# Mulino\n\nTesto.\n"), Gate(), ())


def test_a_label_is_suspect_as_an_item_but_not_as_a_word_to_learn() -> None:
    assert label(view(fact("purpose", "Mugnaio"))) == "a label in a list of sentences"
    assert label(view(fact("vocabulary", "Mugnaio"))) == ""


def test_three_words_among_sentences_may_be_one_that_lost_its_full_stop() -> None:
    assert label(view(fact("purpose", "Se piove, semina"))) == ""
