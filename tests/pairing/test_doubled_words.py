"""Facts that say once what their translation joined with itself."""

from __future__ import annotations

from flashgen.language.doubled_words import Conjunctions
from flashgen.pairing.doubled_words import NONE_KNOWN, with_words_said_once
from flashgen.record import replace
from flashgen.records.pairs import Bead
from tests.support.samples import fact

JOINING = Conjunctions(("and",), ("or",)), Conjunctions(("e",), ("o",))


def test_all_texts_of_a_fact_say_a_word_once_and_the_fact_tells_it() -> None:
    english = replace(fact("faq", "Wheat or spelt.", "Wheat or spelt?"), context="Wheat or spelt:", label="Wheat")
    italian = replace(fact("faq", "Frumento o frumento.", "Frumento o frumento?"), context="Frumento o frumento:")
    mended = with_words_said_once(Bead("faq", english, italian), JOINING)
    assert mended.native is english
    assert mended.target
    assert (mended.target.answer, mended.target.question, mended.target.context) == (
        "Frumento.",
        "Frumento?",
        "Frumento:",
    )
    assert mended.target.said_once == ("Frumento o frumento",)
    mirrored = with_words_said_once(Bead("faq", italian, english), JOINING[::-1])
    assert mirrored.native == mended.target


def test_a_bead_stays_as_it_is_where_nothing_is_said_twice_or_nobody_knows_the_languages() -> None:
    doubled = Bead("faq", fact("faq", "Wheat or spelt."), fact("faq", "Frumento o frumento."))
    sound = Bead("faq", fact("faq", "Wheat or spelt."), fact("faq", "Frumento o farro."))
    alone = Bead("faq", None, fact("faq", "Frumento o frumento."))
    assert with_words_said_once(doubled, NONE_KNOWN) is doubled
    assert with_words_said_once(sound, JOINING) is sound
    assert with_words_said_once(alone, JOINING) is alone


def test_a_sentence_with_marked_terms_stays_as_it_is() -> None:
    marked = replace(fact("sentence", "Frumento o frumento."), marks=((0, 8),))
    bead = Bead("sentence", fact("sentence", "Wheat or spelt."), marked)
    assert with_words_said_once(bead, JOINING) is bead
