"""What an author may leave untidy makes a note, a withheld fact with its reason, or nothing; never debris."""

from __future__ import annotations

from flashgen.kinds import KINDS
from flashgen.pairing.model import TranslationModels
from flashgen.pipeline.bitexts import Job, make_bitext
from flashgen.pipeline.versions import ReadVersion
from flashgen.records.documents import Document
from tests.support.samples import version

OPENING = {
    "en": "# Mill\n\nA mill is a building that grinds grain.",
    "it": "# Mulino\n\nUn mulino è un edificio che macina il grano.",
}
KEPT = ""


def outcomes(english: str, italian: str) -> dict[str, str]:
    """The English text of every fact beneath the opening -> why it makes no note (`KEPT`: it makes one)."""
    texts = {"en": f"{OPENING['en']}\n\n{english}\n", "it": f"{OPENING['it']}\n\n{italian}\n"}

    def read(document: Document) -> ReadVersion:
        return version(texts[document.language], document.language, document.slug), ()

    native, target = (Document(f"{tag}/mill.md", f"{tag}/mill.md", "mill", tag) for tag in texts)
    bitext = make_bitext(Job("mill", native, target, tuple(KINDS)), TranslationModels(), read).bitext
    assert bitext
    return {
        bead.native.answer: str(bead.reason or "")
        for bead in bitext.beads
        if bead.native and bead.kind not in ("definition", "sentence")
    }


def test_an_item_that_is_too_long_and_cannot_be_cut_is_left_out_with_its_reason() -> None:
    long, lungo = "It grinds grain" + " and more grain" * 30, "Macina il grano" + " e altro grano" * 30
    found = outcomes(f"## Work\n\nOf old:\n\n- {long}\n- It rests.", f"## Lavoro\n\nDa sempre:\n\n- {lungo}\n- Riposa.")
    assert "too-long" in found[long]


def test_items_of_one_word_are_asked_beneath_a_lead_in() -> None:
    found = outcomes(
        "## Size\n\nA mill has these parts:\n\n- Sails.\n- Hopper", "## Parti\n\nUn mulino ha:\n\n- Pale.\n- Tramoggia"
    )
    assert found == {"Sails": KEPT, "Hopper": KEPT}


def test_items_of_one_word_are_left_out_where_nothing_leads_in_to_them() -> None:
    before = (
        "In 1911 it ground the grain of 12 villages, and it went on for as long as the brook that drives it had water."
    )
    prima = "Nel 1911 macinava il grano di 12 villaggi, e andò avanti finché il ruscello che lo muove ebbe dell'acqua."
    found = outcomes(
        f"## Of old\n\n{before}\n\n- Sails.\n- Hopper\n\n## Now\n\nIt rests.",
        f"## Una volta\n\n{prima}\n\n- Pale.\n- Tramoggia\n\n## Ora\n\nRiposa.",
    )
    assert {"Sails.", "Hopper"} <= {text for text, reason in found.items() if reason != KEPT}


def test_a_list_of_one_item_is_a_fact() -> None:
    found = outcomes(
        "## Owners\n\n- Anna bought the mill in 1911.\n\n## Now\n\nIt rests.",
        "## Padroni\n\n- Anna comprò il mulino nel 1911.\n\n## Ora\n\nRiposa.",
    )
    assert found["Anna bought the mill in 1911."] == KEPT


def test_a_heading_without_a_text_asks_nothing() -> None:
    assert outcomes("## Wheel\n\n## Brook", "## Ruota\n\n## Ruscello") == {}


def test_a_heading_that_is_a_sentence_asks_nothing() -> None:
    assert (
        outcomes(
            "## A mill hums when the wind blows.\n\nA mill hums all night.",
            "## Un mulino ronza quando soffia il vento.\n\nUn mulino ronza tutta la notte.",
        )
        == {}
    )


def test_a_section_of_code_alone_is_no_fact() -> None:
    assert outcomes("## Wheel\n\n```\nturn(12)\n```", "## Ruota\n\n```\nturn(12)\n```") == {}


def test_bold_that_never_closes_leaves_no_mark_on_a_card() -> None:
    found = outcomes(
        "## Parts\n\nA mill has:\n\n- **Wheel that the brook of 1911 turns.\n- Stone on 12 beams.",
        "## Parti\n\nUn mulino ha:\n\n- **Ruota che il ruscello del 1911 gira.\n- Pietra su 12 travi.",
    )
    assert "Stone on 12 beams." in found
    assert not any("*" in text for text, reason in found.items() if reason == KEPT)
