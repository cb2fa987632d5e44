"""Quotations in the language of their article, and originals that a translator left beside them."""

from __future__ import annotations

import pytest

from tests.support.samples import version

ORIGINAL = "The old mill by the brook grinds the grain of the whole village every autumn, and the miller sings to it."
TRANSLATED = "Die alte Mühle am Bach mahlt jeden Herbst das Korn des ganzen Dorfes, und der Müller singt dazu ein Lied."
BRIEF = "The mill by the brook grinds the grain for all of the villages that lie around there."


def quoted(*paragraphs: str, language: str = "de") -> list[str]:
    """What callouts say that stand as paragraphs of one quotation."""
    text = "# Mühle\n\n## Mahlen\n\nText.\n\n" + "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs) + "\n"
    return [fact.answer for fact in version(text, language).facts["callout"]]


@pytest.mark.parametrize("original", [ORIGINAL, BRIEF])
def test_an_original_beside_its_translation_is_left_out(original: str) -> None:
    assert quoted(TRANSLATED, original) == quoted(original, TRANSLATED) == [TRANSLATED]


def test_a_quotation_that_nobody_translated_stays_so_that_translators_hear_of_it() -> None:
    assert quoted(ORIGINAL) == [ORIGINAL]
    assert quoted(ORIGINAL, ORIGINAL.replace("mill", "wheel")) == [ORIGINAL, ORIGINAL.replace("mill", "wheel")]


def test_quotations_in_the_language_of_the_article_stay() -> None:
    other = TRANSLATED.replace("Mühle", "Säge")
    assert quoted(TRANSLATED, other) == [TRANSLATED, other]


def test_a_text_too_short_to_tell_its_language_stays() -> None:
    assert quoted(TRANSLATED, "The mill grinds grain by day.") == [TRANSLATED, "The mill grinds grain by day."]
