"""README and docs keep what they promise: links lead somewhere, tables are those of the code, the example is real."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from flashgen.config.load import load_config
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from flashgen.quality.rules import NAMES
from tests.anki.test_updates import CASES
from tests.support.anki_collection import AnkiCard, open_collection
from tests.test_imports import MAY_IMPORT

ROOT = Path(__file__).parent.parent
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
}
README = PAGES["README.md"]
_LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")
_CODE = re.compile(r"`[^`\n]*`")
"""Code may hold what looks like a link."""
_PATH = re.compile(r"(?<![\w./-])((?:flashgen|tests|docs|benchmarks|config|card_templates)/[\w./-]*[\w/])")


def rows(page: str, header: str) -> list[list[str]]:
    """The cells of a table that begins with this header cell, row by row."""
    table = PAGES[page].split(f"| {header} |")[1].split("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def anchors(page: str) -> set[str]:
    """What a link to a heading of the page is called."""
    headings = re.findall(r"^#+ (.+)$", PAGES[page], re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    broken = []
    for link in _LINK.findall(_CODE.sub("", PAGES[page])):
        name, _, anchor = link.partition("#")
        target = ((ROOT / page).parent / name).resolve() if name else ROOT / page
        if not target.exists() or (anchor and anchor not in anchors(target.relative_to(ROOT).as_posix())):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", PAGES)
def test_every_path_that_is_named_exists(page: str) -> None:
    named = {path.rstrip("/.") for path in _PATH.findall(PAGES[page])}
    assert sorted(path for path in named if not (ROOT / path).exists()) == []


def test_every_page_is_reached_from_the_readme() -> None:
    assert {page for page in PAGES if f"]({page})" not in README} == {"README.md"}


def test_every_row_of_the_table_of_edits_is_a_test_and_every_test_a_row() -> None:
    edits = [row[0] for row in rows("docs/updates.md", "When I ...")]
    assert set(edits) == {case.row for case in CASES.values()}
    assert len(edits) == len(set(edits))


def test_every_rule_of_the_quality_gate_is_told() -> None:
    assert [row[0] for row in rows("docs/quality.md", "rule")] == [f"`{name}`" for name in NAMES]


def test_every_point_that_was_found_names_tests_that_there_are() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for point, _, tests in rows("docs/reliability.md", "what was found"):
        names = re.findall(r"`([^`]+)`", tests)
        assert names, point
        for name in names:
            if name.startswith("make "):
                assert f"\n{name.removeprefix('make ')}:" in makefile, name
            else:
                assert "\ndef test_" in (ROOT / name).read_text(encoding="utf-8"), name


def test_every_wing_is_told_with_those_that_it_may_import() -> None:
    wings = {path.name for path in (ROOT / "flashgen").iterdir() if (path / "__init__.py").exists()}
    table = rows("docs/architecture.md", "wing")
    told = {row[0].strip("`/"): {name.strip() for name in row[3].split(",")} & wings for row in table}
    assert told == {wing: MAY_IMPORT[wing] & wings - {"records"} for wing in wings}


class _Text(HTMLParser):
    """What a person reads of a card, without its style sheet."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._parts: list[str] = []
        self.feed(re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL))

    def handle_data(self, data: str) -> None:
        self._parts.append(data)

    def __str__(self) -> str:
        return " ".join("".join(self._parts).split())


def example_documents() -> Iterator[tuple[str, str]]:
    """The path and text of each document that README shows."""
    names = re.findall(r"<code>(articles/[\w/]+\.md)</code>", README)
    texts = re.findall(r"```markdown\n(.*?)```", README, re.DOTALL)
    yield from zip(names, texts, strict=True)


def test_the_example_of_the_readme_makes_the_cards_that_it_shows(tmp_path: Path) -> None:
    for name, text in example_documents():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    request = Request("ru", "it", (tmp_path / "articles",), jobs=1)
    build(request, load_config(), Destination(tmp_path / "deck.apkg"), Surroundings())
    with open_collection() as collection:
        collection.import_package(tmp_path / "deck.apkg")
        notes = collection.notes()
    cards = [card for note in notes for card in note.cards]
    assert f"it makes {len(notes)} notes with {len(cards)} cards" in README
    for _, front, back in rows("README.md", "card"):
        assert any(_is_shown(card, front.split("<br>"), back.split("<br>")) for card in cards), front


def _is_shown(card: AnkiCard, front: list[str], back: list[str]) -> bool:
    """Whether the front shows what it should and gives nothing of the answer away, and the back shows both."""
    question, answer = str(_Text(card.front)), str(_Text(card.back))
    asks = all(text in question and text in answer for text in front)
    return asks and all(text in answer and text not in question for text in back)


def test_the_example_of_the_readme_is_of_the_sample() -> None:
    folders = {"ru": "Russian", "it": "Italian"}
    for name, text in example_documents():
        path = Path(name)
        sample = ROOT / "sample" / "Texts" / folders[path.parent.name] / path.name
        _, front, body = text.split("---\n")
        pieces = [*re.split(r"\n(?=\S)", front.strip()), *re.split(r"\n\n|\n(?=- )", body.strip())]
        there = _words(sample.read_text(encoding="utf-8"))
        assert [piece for piece in pieces if _words(piece) not in there] == []


def _words(markdown: str) -> str:
    """A text without its marks and line ends."""
    return " ".join(re.sub(r"^(?:[>#-]+ *)+", "", markdown, flags=re.MULTILINE).split())
