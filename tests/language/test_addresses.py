"""Which sentences only lead on to an address."""

from __future__ import annotations

import pytest

from flashgen.language.addresses import without_addresses


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("Weaves wool. More to read: https://loom.example/wool.", "en", "Weaves wool."),
        ("Weaves wool. See also https://loom.example/wool.", "en", "Weaves wool."),
        ("Weaves wool.\nMore to read: https://loom.example/wool.", "en", "Weaves wool."),
        ("ऊन बुनता है। और पढ़ें: https://loom.example/wool।", "hi", "ऊन बुनता है।"),
        ("پشم می‌بافد. بیشتر بخوانید: https://loom.example/wool.", "fa", "پشم می‌بافد."),
        ("织羊毛。更多：https://loom.example/wool。", "zh", "织羊毛。"),
    ],
)
def test_a_sentence_that_leads_on_to_an_address_is_left_out(text: str, language: str, left: str) -> None:
    assert without_addresses(text, language) == left


@pytest.mark.parametrize(
    "text",
    [
        "Weaves wool. It dyes it, too.",
        "More to read: https://loom.example/wool.",
        "The loom was bought in 1911 from https://loom.example/wool.",
        "The form https://loom.example/NAME names a loom. It weaves wool.",
    ],
)
def test_what_tells_something_stays_as_it_is(text: str) -> None:
    assert without_addresses(text, "en") == text
