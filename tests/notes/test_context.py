"""The sentence that a term is shown in."""

from __future__ import annotations

import pytest

from flashgen.facts.links import find_mentions
from flashgen.notes.context import gives_context, sentence_around
from flashgen.records import Mention
from tests.support.samples import article


def only(text: str) -> Mention:
    (found,) = find_mentions(article(text))
    return found


def test_the_sentence_around_a_link_is_its_context() -> None:
    found = only("# Api\n\nLe api volano. Poi danno il [miele](/miele) dolce. Infine dormono.\n")
    assert sentence_around(found, "it") == ("Poi danno il ", "miele", " dolce.")


def test_the_same_sentence_twice_is_told_apart_by_place() -> None:
    found = only("# Api\n\nEcco il miele. Ecco il [miele](/miele).\n")
    assert sentence_around(found, "it") == ("Ecco il ", "miele", ".")


def test_a_link_across_two_sentences_has_the_paragraph_around_it() -> None:
    found = only("# Api\n\nPrima. Le api [danno miele. Poi la cera](/miele) gialla.\n")
    before, words, after = sentence_around(found, "it")
    assert before + words + after == found.paragraph


def test_a_sentence_that_is_the_bare_link_gives_no_context() -> None:
    assert not gives_context(only("# Api\n\nSi veda altrove. [Il miele](/miele).\n"), "it")
    assert not gives_context(only("# Api\n\n- [Il miele](/miele) — !\n"), "it")
    assert gives_context(only("# Api\n\nDanno il [miele](/miele).\n"), "it")


@pytest.mark.parametrize(
    "text", ["Danno molto (si veda anche il [miele](/miele)).", "Danno [miele](/miele), " + "e cera " * 60]
)
def test_a_link_in_brackets_or_in_a_very_long_sentence_has_no_context(text: str) -> None:
    assert not gives_context(only(f"# Api\n\n{text}\n"), "it")
