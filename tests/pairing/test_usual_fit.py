"""Definitions beside those of other articles: two editions of a text speak of one thing, and fit less."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from flashgen.pairing.articles import PivotVersion, pair_articles
from flashgen.pairing.confidence import ITEM_WEIGHTS
from flashgen.pairing.evidence import Evidence
from flashgen.pairing.model import TranslationModel, learn_model
from flashgen.pairing.usual_fit import Usual, learn_usual, single_facts
from flashgen.record import replace
from flashgen.records.facts import Version
from tests.support.samples import version

LETTERS = {"en": ("bdfgklmnprst", "aeiou"), "uk": ("бдгжзклмнпрстчш", "аеиоу"), "el": ("βγδζθκλμνπρστφχ", "αεηιο")}
COUNT = 40


def vocabulary(language: str) -> list[str]:
    """Forty words of a language, each with its own beginning."""
    chance = random.Random(language)
    consonants, vowels = LETTERS[language]
    words: dict[str, str] = {}
    while len(words) < COUNT:
        word = "".join(chance.choice(letters) for letters in (consonants, vowels) * 3)
        words.setdefault(word[:5], word)
    return list(words.values())


WORDS = {language: vocabulary(language) for language in LETTERS}


def defined(language: str, meanings: Sequence[int], slug: str) -> Version:
    """An article whose definition, and list, hold words of these meanings."""
    words = [WORDS[language][meaning] for meaning in meanings]
    items = "".join(f"- {one} {other}\n" for one, other in zip(words[::2], words[1::2], strict=False))
    return version(f"---\ndescription: {' '.join(words)}.\n---\n# {words[0]}\n\n{items}", language, slug)


def corpus(native: str, target: str, articles: int = 16) -> TranslationModel:
    """What articles teach whose definitions all say the same in both languages."""
    chance = random.Random(0)
    meanings = [chance.sample(range(COUNT), 12) for _ in range(articles)]
    return learn_model(
        (defined(native, one, f"a{number}"), defined(target, one, f"a{number}")) for number, one in enumerate(meanings)
    )


MODEL = corpus("en", "uk")
HERE = range(12)
ANOTHER_EDITION = (*range(5), *range(20, 27))
"""Meanings of which the definition shares five."""


def confidence(target: Sequence[int], model: TranslationModel, pivot: PivotVersion | None = None) -> float:
    """How surely a definition of the meanings `HERE` is one of others."""
    ours, theirs = defined("en", HERE, "mill"), defined("uk", target, "mill")
    (bead,) = pair_articles(ours, theirs, ("definition",), model, lambda: [pivot] if pivot else [])
    return bead.confidence


def test_a_definition_of_another_edition_is_no_partner_though_it_uses_some_of_the_same_words() -> None:
    assert confidence(ANOTHER_EDITION, replace(MODEL, usual={})) > 0.96
    assert confidence(ANOTHER_EDITION, MODEL) == 0.0
    assert confidence(HERE, MODEL) > 0.999


def test_of_few_articles_nothing_is_taken_for_usual() -> None:
    (one,) = single_facts(defined("en", HERE, "mill"), defined("uk", HERE, "mill"))
    assert learn_usual([one] * 4, MODEL.lexicon, 1.0, 1.0) == ({}, {})
    assert learn_usual([one] * 5, MODEL.lexicon, 1.0, 1.0)[0].keys() == {"definition"}


def test_forty_articles_are_asked_what_is_usual_at_most() -> None:
    (one,) = single_facts(defined("en", HERE, "mill"), defined("uk", HERE, "mill"))
    (other,) = single_facts(defined("en", HERE, "mill"), defined("uk", ANOTHER_EDITION, "mill"))
    usual = learn_usual([one] * 40, MODEL.lexicon, 1.0, 1.0)
    assert learn_usual([one] * 40 + [other] * 200, MODEL.lexicon, 1.0, 1.0) == usual
    assert learn_usual([one] * 39 + [other] * 200, MODEL.lexicon, 1.0, 1.0) == usual
    assert learn_usual([other] * 40 + [one] * 200, MODEL.lexicon, 1.0, 1.0) != usual


def test_a_pivot_language_that_fits_one_side_alone_tells_that_the_other_is_of_another_edition() -> None:
    careful = replace(MODEL, usual={"definition": replace(MODEL.usual["definition"], spread=12.0)})
    greek = PivotVersion(defined("el", HERE, "mill"), corpus("en", "el"), corpus("el", "uk"))
    assert confidence(ANOTHER_EDITION, careful) > 0.96
    assert confidence(ANOTHER_EDITION, careful, greek) == 0.0


def test_what_is_usual_is_told_of_both_directions() -> None:
    assert MODEL.opposite.usual == corpus("uk", "en").usual


SEEN = Evidence(support=12.0, doubt=-1.0, length=4.0, clashes=0)


@pytest.mark.parametrize("against", [replace(SEEN, length=30.0), replace(SEEN, clashes=1)])
def test_a_length_or_a_figure_of_one_side_alone_speaks_against_an_edition(against: Evidence) -> None:
    usual = Usual(odds=9.0, spread=5.0)
    assert usual.fit(against, ITEM_WEIGHTS) < usual.fit(SEEN, ITEM_WEIGHTS) - 0.9
