"""What a callout begins with to say what sort it is."""

from __future__ import annotations

import pytest

from flashgen.corpus.blocks import parse_body
from flashgen.records.documents import Paragraph, Quotation


def quoted(*texts: str) -> list[str]:
    """What quotations with these texts say."""
    body = "# Mill\n\nText.\n\n" + "\n\nText.\n\n".join(f"> {text}" for text in texts) + "\n"
    blocks = [block for section in parse_body(body, 1).sections for block in section.blocks]
    return [block.paragraphs[0].inline.text for block in blocks if isinstance(block, Quotation)]


@pytest.mark.parametrize("label", ["**Note:**", "**NOTE**:", "**Warning** ", "**Tip:** ", "__Important__ –"])
def test_the_name_of_a_callout_is_left_out(label: str) -> None:
    assert quoted(f"{label} The mill grinds.") == ["The mill grinds."]


def test_bold_words_that_begin_several_quotations_say_of_what_sort_they_are() -> None:
    assert quoted("**Poznámka** `-A` mele.", "**Poznámka:** Mlýn stojí.") == ["-A mele.", "Mlýn stojí."]
    assert quoted("**注意：** 磨坊磨粮食。", "**注意：** 磨坊在那里。") == ["磨坊磨粮食。", "磨坊在那里。"]


def test_what_the_text_is_about_stays() -> None:
    assert quoted("**Ebb:** The water falls.", "**Flood:** It rises.") == ["Ebb: The water falls.", "Flood: It rises."]
    assert quoted("**Important** mills grind.", "**Note** that it is old.") == [
        "Important mills grind.",
        "Note that it is old.",
    ]


def test_links_and_styles_stand_where_they_stood() -> None:
    (section,) = parse_body("# Mill\n\nText.\n\n> **Note:** A [mill](mill.md) is `old`.\n", 1).sections
    text = next(block for block in section.blocks if isinstance(block, Quotation)).paragraphs[0].inline
    assert [text.text[link.start : link.end] for link in text.links] == ["mill"]
    assert [text.text[style.start : style.end] for style in text.styles] == ["old"]
    assert isinstance(section.blocks[0], Paragraph)


@pytest.mark.parametrize("label", ["**Achtung!**", "**Dikkat edin**!", "**注意！**"])
def test_an_exclamation_of_a_few_words_is_left_out_before_a_sentence(label: str) -> None:
    assert quoted(f"{label} The mill grinds all night.") == ["The mill grinds all night."]


def test_an_exclamation_that_says_all_stays() -> None:
    assert quoted("**Mills!** Good.", "**The wheel never stops!** It turns day and night.") == [
        "Mills! Good.",
        "The wheel never stops! It turns day and night.",
    ]
