"""Answers end before what only sends the reader to another article."""

from __future__ import annotations

import pytest

from tests.support.samples import facts

SAID = "Le api dormono di notte."


def answer(text: str) -> str:
    (found,) = facts(f"# Api\n\nTesto.\n\n## Dormono?\n\n{text}\n", "faq")
    return found.answer


@pytest.mark.parametrize(
    "end",
    [
        "\n\nVedi anche [il sonno](sonno.md).",
        "\n\nLeggi come si cura [il sonno](sonno.md).",
        "\n\nVedi [il sonno](sonno.md) e [la notte](notte.md).",
        " Vedi [[sonno]].",
        " Vedi anche [il sonno](sonno.md).",
    ],
)
def test_a_reference_at_the_end_is_no_part_of_an_answer(end: str) -> None:
    assert answer(SAID + end) == SAID


@pytest.mark.parametrize(
    "text",
    [
        "Vedi anche [il sonno](sonno.md).",
        f"{SAID} Il loro riposo si chiama [sonno](sonno.md).",
        f"{SAID}\n\nPer dormire usano le celle piccole del [favo](favo.md).",
        f"{SAID}\n\nIl [sonno](sonno.md) dura molte ore.",
        f"{SAID}\n\nVedi [altrove](https://example.org/sonno).",
    ],
)
def test_what_says_something_of_its_link_stays(text: str) -> None:
    plain = text.replace("[il sonno](sonno.md)", "il sonno").replace("[sonno](sonno.md)", "sonno")
    plain = plain.replace("[favo](favo.md)", "favo").replace("[altrove](https://example.org/sonno)", "altrove")
    assert answer(text) == plain.replace("\n\n", "\n")
