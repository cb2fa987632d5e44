"""What cards call the thing of an article, and whether one title translates the other."""

from __future__ import annotations

import pytest

from flashgen.pairing.titles import shown_titles, with_translated_titles
from flashgen.records.facts import Version
from tests.support.samples import version

GREENHOUSE = version("# Greenhouse\n\nSomething warm.\n", "en")


def parnik(gloss: str) -> Version:
    return version(f"# Парник ({gloss})\n\nПарник теплый.\n", "ru")


def test_a_bracket_that_is_the_other_title_is_shown_nowhere() -> None:
    _, shown = shown_titles(GREENHOUSE, version("# Serra (greenhouse)\n\nUna serra è calda.\n", "it"))
    assert (shown.text, shown.gloss) == ("Serra", "")


@pytest.mark.parametrize(
    ("gloss", "rest"),
    [
        ("warm greenhouse", "warm greenhouse"),
        ("greenhouse", ""),
        ("Greenhouses (GH)", "GH"),
        ("glasshouse", "glasshouse"),
    ],
)
def test_of_a_bracket_is_shown_what_the_other_title_does_not_say(gloss: str, rest: str) -> None:
    _, shown = shown_titles(version("# Greenhouses\n\nGreenhouses are warm.\n", "en"), parnik(gloss))
    assert (shown.text, shown.gloss) == ("Парник", rest)


def test_titles_one_of_which_holds_the_other_in_a_bracket_mean_the_same_whatever_their_texts_say() -> None:
    for title, are_used in (("Serra (orig. : greenhouse)", True), ("Serra (edificio)", False)):
        unused = version(f"# {title}\n\nQualcosa di caldo.\n", "it")
        native, target = with_translated_titles(GREENHOUSE, unused)
        assert native.title_is_used == target.title_is_used == are_used
        assert shown_titles(native, target)[1].text == ("Serra" if are_used else title)
