"""The preview page as a file: what it holds, what it admits, and what it never overwrites."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from flashgen.anki.manifest import WithheldFact
from flashgen.anki.package_images import ImageSources
from flashgen.anki.package_reader import read_edition
from flashgen.anki.published_notes import PublishedNotes
from flashgen.errors import FlashgenError
from flashgen.media.image_files import image_name
from flashgen.preview.deck_data import deck_data, json_for_html
from flashgen.preview.write import preview_page, write_preview
from flashgen.record import replace
from flashgen.scratch.note_fields import Fields
from tests.support.images import png
from tests.support.plain_deck import HONEY, NOW, SLEEP, WAX, note, write_deck

NOTHING: dict[str, Any] = {
    "name": "x.apkg", "native": "en", "target": "it", "unshown": 0,
    "stylesheets": [], "types": [], "decks": [], "texts": [], "notes": [], "withheld": [], "unlisted": 0,
}  # fmt: skip


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return write_deck(tmp_path / "bees.apkg", HONEY, SLEEP)


def data_in(path: Path) -> dict[str, Any]:
    """The deck that a preview holds."""
    match = re.search(
        r'<script type="application/json" id="deck">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL
    )
    assert match
    deck: dict[str, Any] = json.loads(match[1])
    return deck


def policy_of(page: str) -> dict[str, list[str]]:
    match = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert match
    rules = (rule.split() for rule in unescape(match[1]).split(";"))
    return {name: sources for name, *sources in rules}


def hash_of(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def with_template(front: str, stylesheet: str = "") -> dict[str, Any]:
    kind = {"kind": "term", "templates": [["One", front, "{{A}}"]]}
    return {**NOTHING, "stylesheets": [stylesheet], "types": [kind]}


def test_the_preview_stands_beside_its_package(package: Path) -> None:
    assert write_preview(package) == package.with_suffix(".html")
    assert [path.name for path in sorted(package.parent.iterdir())] == ["bees.apkg", "bees.html"]


def test_the_preview_can_be_put_into_a_folder_or_a_file_of_another_name(package: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert write_preview(package, tmp_path / "folder") == tmp_path / "folder" / "bees.html"
    assert write_preview(package, tmp_path / "new" / "page.html").is_file()


def test_a_package_whose_name_is_no_unicode_has_a_preview(package: Path) -> None:
    odd = package.rename(package.with_name("caf\udce9.apkg"))
    page = write_preview(odd)
    assert page == package.with_name("caf\udce9.html")
    assert len(data_in(page)["notes"]) == 2


def test_a_previous_preview_is_replaced_by_the_same_bytes(package: Path) -> None:
    before = write_preview(package).read_bytes()
    assert write_preview(package).read_bytes() == before


@pytest.mark.parametrize("text", ["", "<!doctype html><title>My own page</title>", "x" * 5000])
def test_a_file_that_is_no_preview_is_left_alone(text: str, package: Path) -> None:
    mine = package.with_suffix(".html")
    mine.write_text(text, encoding="utf-8")
    with pytest.raises(
        FlashgenError, match=r"bees\.html is no preview of flashgen's, so it was left as it is"
    ) as raised:
        write_preview(package)
    assert raised.value.usage
    assert mine.read_text(encoding="utf-8") == text


def test_the_package_itself_is_no_place_for_its_preview(package: Path) -> None:
    before = package.read_bytes()
    with pytest.raises(FlashgenError, match="is no preview"):
        write_preview(package, package)
    assert package.read_bytes() == before


def test_a_place_that_cannot_be_written_is_named(package: Path) -> None:
    with pytest.raises(FlashgenError, match=r"page\.html cannot be written \(.+\); nothing was changed"):
        write_preview(package, package / "page.html")


@pytest.mark.parametrize(("content", "message"), [
    (None, "does not exist; name an .apkg"), (b"", "damaged, or no package at all"), (b"PK\x03\x04", "damaged"),
])  # fmt: skip
def test_what_is_no_package_is_refused_and_nothing_is_written(
    content: bytes | None, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "broken.apkg"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FlashgenError, match=message):
        write_preview(path)
    assert not path.with_suffix(".html").exists()


def test_the_page_holds_every_note_with_its_cards(package: Path) -> None:
    edition = read_edition(package)
    deck = data_in(write_preview(package))
    texts = deck["texts"]
    held = {
        note[2]: ([texts[text] if isinstance(text, int) else text for text in note[6]], note[5])
        for note in deck["notes"]
    }
    assert held == {guid: (list(note.field_values), [0, 1]) for guid, note in edition.notes.items()}
    assert (deck["native"], deck["target"], deck["name"]) == ("en", "it", "bees.apkg")


def test_a_text_that_several_fields_hold_stands_in_the_page_once(package: Path) -> None:
    deck = data_in(write_preview(package))
    assert {"", "ape", "bees"} <= set(deck["texts"])
    assert not {text for note in deck["notes"] for text in note[6]} & set(deck["texts"])


def test_notes_that_an_earlier_edition_had_are_marked_as_published_before(tmp_path: Path) -> None:
    path = tmp_path / "bees.apkg"
    write_deck(path, HONEY, WAX)
    write_deck(path, HONEY, last=read_edition(path), now=1_750_001_000)
    deck = data_in(write_preview(path))
    assert [(note[2], note[4], note[5]) for note in deck["notes"]] == [
        (HONEY.guid, "", [0, 1]), (WAX.guid, "before", [0, 1]),
    ]  # fmt: skip


def test_a_note_whose_kind_has_no_note_type_any_more_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "bees.apkg"
    write_deck(path, HONEY, WAX)
    write_deck(path, HONEY, last=read_edition(path), now=1_750_001_000)
    edition = read_edition(path)
    assert deck_data(edition, "bees.apkg")["unshown"] == 0
    foreign = PublishedNotes(replace(note, kind="poem") for note in edition.absent.in_order)
    assert deck_data(replace(edition, absent=foreign), "bees.apkg")["unshown"] == 1


def test_withheld_facts_are_those_of_the_manifest(package: Path) -> None:
    fact = WithheldFact(article="ape", kind="faq", native="</script>", target="", reason="no partner", sort="alone")
    edition = read_edition(package)
    assert edition.manifest
    manifest = edition.manifest.model_copy(update={"withheld": [fact], "unlisted": 3})
    deck = deck_data(replace(edition, manifest=manifest), "bees.apkg")
    assert (deck["withheld"], deck["unlisted"]) == ([["ape", "faq", "</script>", "", "no partner", "alone"]], 3)
    assert data_in(write_preview(package))["withheld"] == []


def test_where_no_script_may_run_learners_are_told_in_their_language(tmp_path: Path) -> None:
    page = write_preview(write_deck(tmp_path / "bees.apkg", HONEY, languages=("fa", "it"))).read_text("utf-8")
    said = re.search(r"<noscript>(.*)</noscript>", page)
    assert said
    assert said[1].startswith('<p lang="fa" dir="rtl">این صفحه کارت‌ها را با JavaScript نشان می‌دهد')
    assert said[1].endswith(
        '<p lang="en" dir="ltr">This page shows its cards with JavaScript, which is switched off here.</p>'
    )


def test_a_public_preview_shows_nothing_that_an_import_does_not_bring(tmp_path: Path) -> None:
    first = write_deck(tmp_path / "first.apkg", HONEY, WAX)
    package = write_deck(tmp_path / "second.apkg", HONEY, last=read_edition(first), now=NOW + 9)
    edition = read_edition(package)
    assert edition.manifest
    fact = WithheldFact(article="ape", kind="faq", native="x", target="", reason="no partner")
    manifest = edition.manifest.model_copy(update={"withheld": [fact], "unlisted": 3})
    deck = deck_data(replace(edition, manifest=manifest), "x.apkg", public=True)
    assert (deck["withheld"], deck["unlisted"], deck["unshown"]) == ([], 0, 0)
    assert [note[2] for note in deck["notes"]] == [HONEY.guid]
    assert (deck["proofread"], data_in(write_preview(package))["proofread"]) == (False, True)
    assert [note[2] for note in data_in(write_preview(package))["notes"]] == [HONEY.guid, WAX.guid]
    assert [note[2] for note in data_in(write_preview(package, public=True))["notes"]] == [HONEY.guid]


@pytest.mark.parametrize(("values", "is_cloze", "cards"), [
    ({}, False, [0, 1]), ({"native.answer": ""}, False, [0]), ({"target.answer": "<br> "}, False, [1]),
    ({"target.answer": "{{c2::cera}} {{c1,4::d'api}}"}, True, [0, 1, 3]),
])  # fmt: skip
def test_a_note_that_was_published_before_has_the_cards_that_it_would_fill(
    values: dict[str, str], is_cloze: bool, cards: list[int], tmp_path: Path
) -> None:
    path = tmp_path / "bees.apkg"
    write_deck(path, HONEY, WAX)
    write_deck(path, HONEY, last=read_edition(path), now=1_750_001_000)
    edition = read_edition(path)
    wax = edition.absent[WAX.guid]
    for value, html in values.items():
        fields = edition.layout.with_value(wax.kind, wax.field_values, value, html)
        wax = replace(wax, fields=Fields.of(fields))
    models = {number: replace(model, is_cloze=is_cloze) for number, model in edition.models.items()}
    shown_with = replace(edition, absent=PublishedNotes((wax,), edition.layout), models=models)
    _, _, guid, _, state, shown, _ = deck_data(shown_with, "x")["notes"][-1]
    assert (guid, state, shown) == (WAX.guid, "before", cards)


def test_texts_cannot_end_the_element_that_holds_them() -> None:
    text = "</script><!--<script>\u2028\u2029\x00"
    json_text = json_for_html({"text": text})
    assert not re.search("[<\u2028\u2029\x00]", json_text)
    assert json.loads(json_text) == {"text": text}


def test_names_are_escaped_where_the_page_shows_them() -> None:
    page = preview_page({**NOTHING, "name": "</title><script>.apkg"})
    assert "<title>en → it · &lt;/title&gt;&lt;script&gt;.apkg</title>" in page


def test_only_the_one_script_and_known_styles_are_admitted() -> None:
    page = preview_page({**NOTHING, "stylesheets": [".card { color: red }"]})
    [script] = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    [style] = re.findall(r"<style>(.*?)</style>", page.partition("<body>")[0], re.DOTALL)
    reviewer = re.search(r"<style>(.*?)</style>", unescape(page[page.index("srcdoc=") :]), re.DOTALL)
    assert reviewer
    assert policy_of(page) == {
        "default-src": ["'none'"],
        "script-src": [hash_of(script)],
        "style-src": [hash_of(style), hash_of(reviewer[1]), hash_of(".card { color: red }")],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    assert not re.search(r"""\son\w+\s*=\s*["']|https?://(?!docs\.ankiweb\.net)""", page)


def test_line_ends_do_not_keep_a_style_sheet_out() -> None:
    page = preview_page({**NOTHING, "stylesheets": [".card {\r\n}\r"]})
    assert hash_of(".card {\n}\n") in policy_of(page)["style-src"]


def test_a_style_element_in_a_template_is_admitted_by_its_hash() -> None:
    policy = policy_of(preview_page(with_template("<style>b { color: red }</style>{{A}}")))
    assert hash_of("b { color: red }") in policy["style-src"]
    assert "style-src-attr" not in policy


def test_a_style_attribute_in_a_template_admits_attributes_and_no_more() -> None:
    policy = policy_of(preview_page(with_template("<p style='color: red'>{{A}}</p>")))
    assert policy["style-src-attr"] == ["'unsafe-inline'"]
    assert "'unsafe-inline'" not in policy["style-src"] + policy["script-src"]


def test_a_style_sheet_that_differs_from_note_to_note_admits_any_style_but_no_script() -> None:
    policy = policy_of(preview_page(with_template("<style>b { color: {{A}} }</style>{{A}}")))
    assert policy["style-src"] == ["'unsafe-inline'"]
    assert "'unsafe-inline'" not in policy["script-src"]


def test_what_the_last_edition_wrote_is_told_from_the_rest(tmp_path: Path) -> None:
    first = write_deck(tmp_path / "first.apkg", HONEY, SLEEP)
    assert {note[4] for note in deck_data(read_edition(first), "x")["notes"]} == {""}
    later = write_deck(tmp_path / "later.apkg", HONEY, SLEEP, WAX, last=read_edition(first), now=NOW + 60)
    states = {note[2]: note[4] for note in deck_data(read_edition(later), "x")["notes"]}
    assert states == {HONEY.guid: "", SLEEP.guid: "", WAX.guid: "latest"}


def test_a_page_holds_the_images_of_its_package_and_admits_no_others(tmp_path: Path) -> None:
    name = image_name(png(7))
    (tmp_path / "wax.png").write_bytes(png(7))
    wax = note("wax", f'cera <img src="{name}">')
    package = write_deck(tmp_path / "bees.apkg", wax, images=ImageSources({name: tmp_path / "wax.png"}, {}))
    page = write_preview(package)
    assert data_in(page)["images"] == {name: f"data:image/png;base64,{b64encode(png(7)).decode()}"}
    assert policy_of(page.read_text(encoding="utf-8"))["img-src"] == ["data:"]
    plain = write_preview(write_deck(tmp_path / "plain.apkg", HONEY))
    assert "img-src" not in policy_of(plain.read_text(encoding="utf-8"))
