"""The version that an article is: all that later stages need of it."""

from __future__ import annotations

import pickle

from flashgen.facts.extraction import READERS, facts_by_reading
from flashgen.facts.version import make_version, tokenise_fact
from flashgen.language.tokens import tokens
from flashgen.record import replace
from flashgen.records.facts import Mention
from tests.support.samples import article, fact, version

TEXT = """
---
title: Alveare
description: Una casa per le api.
keywords: Natura, Api
---
## Che cos'è un alveare?

Un alveare ospita una colonia.

Le api danno:

- il [miele](/miele) dolce
- 40 kg di cera

> ### 78 %
> Il 78 % delle colonie sopravvive.

Poi si legge:

> Le api vogliono acqua pulita.

## Il tetto

Tiene lontana la pioggia.

## In breve

- Un alveare ospita anche miele.

## Domande

### Le api pungono?

Sì, se disturbate.

### Le api dormono?

Sì, di notte.
"""


def test_a_version_holds_the_facts_of_every_reading() -> None:
    found = version(TEXT)
    assert list(found.facts) == list(READERS)
    assert found.facts == facts_by_reading(article(TEXT))
    assert [reading for reading, held in found.facts.items() if not held] == ["second_sentence", "label"]


def test_the_tokens_of_a_version_are_those_of_its_facts_one_for_one() -> None:
    found = version(TEXT)
    assert found.tokens == {reading: tuple(map(tokenise_fact, facts)) for reading, facts in found.facts.items()}


def test_a_reading_that_finds_nothing_is_there_all_the_same() -> None:
    found = version("# Api\n\nTesto vero qui.\n")
    assert (found.facts["faq"], found.tokens["faq"]) == ((), ())


def test_a_version_says_what_its_article_says() -> None:
    found = version(TEXT, "it", "alveare")
    assert (found.document.slug, found.language) == ("alveare", "it")
    assert (found.title, found.title_is_used) == ("Alveare", True)
    assert (found.description, found.keywords) == ("Una casa per le api.", ("Natura", "Api"))
    assert [mention.slug for mention in found.mentions] == ["miele"]
    assert [section.texts[0].text for section in found.sections][0] == "Che cos'è un alveare?"


def test_the_length_of_a_version_is_that_of_its_sections() -> None:
    assert version("# Api\n\nTesto.\n\n- miele\n  - cera\n").length == len("Api" + "Testo." + "miele" + "cera")


def test_a_link_that_is_passed_over_is_marked() -> None:
    def is_passed_over(mention: Mention) -> bool:
        return mention.slug == "miele"

    assert [mention.is_passed_over for mention in make_version(article(TEXT), is_passed_over).mentions] == [True]


def test_a_version_that_is_made_twice_is_equal() -> None:
    assert version(TEXT) == version(TEXT)
    assert version(TEXT) != version(TEXT.replace("40 kg", "50 kg"))


def test_a_version_goes_to_another_process_and_back() -> None:
    found = version(TEXT)
    assert pickle.loads(pickle.dumps(found)) == found


def test_a_fact_is_paired_by_its_figure_its_question_its_answer_and_its_links() -> None:
    found = tokenise_fact(fact("statistic", "Vola lontano.", "Chi vola?", "12"))
    assert found.tokens == tokens("12 Chi vola? Vola lontano.")
    assert found.length == len("12 Chi vola? Vola lontano.")
    (honey, wax) = version(TEXT).tokens["purpose"]
    assert "/miele" in honey.tokens
    assert "#40" in wax.tokens


def test_a_label_speaks_for_a_pair_wherever_it_stands() -> None:
    marked = tokenise_fact(replace(fact("purpose", "dolce e chiaro."), label="Miele"))
    assert marked.tokens == tokenise_fact(fact("purpose", "Miele dolce e chiaro.")).tokens


def test_a_word_to_learn_is_known_by_its_sentence() -> None:
    assert tokenise_fact(fact("vocabulary", "Miele", context="Lo fanno le api.")).tokens == tokens(
        "Miele Lo fanno le api."
    )


def test_every_token_has_a_sound_and_signs_have_an_empty_one() -> None:
    for texts in version(TEXT).tokens.values():
        for text in texts:
            assert text.sounds.keys() == text.tokens
            assert all(bool(sound) == (token[0] not in "#~/") for token, sound in text.sounds.items())
