"""Terms are the same whoever makes them, and others make them where many are missing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from flashgen.cache.store import Store
from flashgen.notes.meetings import TermPlace
from flashgen.notes.note_maker import NoteMaker
from flashgen.notes.term_places import MetTerm
from flashgen.pipeline.held_notes import PackedNotes
from flashgen.pipeline.kept_notes import KeptNotes
from flashgen.pipeline.term_workers import make_terms
from flashgen.quality.settings import Gate
from flashgen.records.documents import Document
from flashgen.records.facts import Mention
from flashgen.records.location import Location
from flashgen.records.notes import Note
from flashgen.records.pairs import Bitext, Side
from tests.support.note_makers import note_maker


def term(number: int) -> MetTerm:
    def side(language: str, title: str) -> Side:
        document = Document("x.md", f"{language}/x\udcff{number}.md", f"bee{number}", language)
        return Side(document, title, True, ())

    def mention(paragraph: str, words: str) -> Mention:
        start = paragraph.index(words)
        return Mention(f"bee{number}", paragraph, start, start + len(words), (0, 0), Location("x.md", 3))

    linked = Bitext(f"bee{number}", (), side("en", f"Bee {number}"), side("it", f"Ape {number}"), ())
    place = TermPlace(mention("Here every bee works.", "bee"), mention("Qui ogni ape lavora.", "ape"))
    return MetTerm(linked, (place,), (b"bee", str(number).encode()))


def made(folder: Path, terms: Iterable[MetTerm], workers: int) -> list[tuple[str, PackedNotes]]:
    store = Store(folder)
    found = list(make_terms(terms, KeptNotes(note_maker(), Gate(), store), workers, None))
    store.close()
    return found


@pytest.fixture
def makers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in which each process signs that makes a term."""
    path = tmp_path / "makers.txt"
    path.touch()
    make = NoteMaker.term

    def make_and_sign(
        maker: NoteMaker, linked: Bitext, places: Sequence[TermPlace], *, is_asked_twice: bool = False
    ) -> tuple[Note, int] | None:
        with path.open("a", encoding="utf-8") as stream:
            stream.write(f"{os.getpid()}\n")
        return make(maker, linked, places, is_asked_twice=is_asked_twice)

    monkeypatch.setattr(NoteMaker, "term", make_and_sign)
    return path


@pytest.mark.parametrize("workers", [2, 3])
def test_terms_are_the_same_whoever_makes_them(tmp_path: Path, makers: Path, workers: int) -> None:
    alone = made(tmp_path / "alone", map(term, range(80)), 1)
    assert [article for article, _ in alone] == [f"bee{number}" for number in range(80)]
    makers.write_text("", encoding="utf-8")
    assert made(tmp_path / "together", map(term, range(80)), workers) == alone
    assert len(set(makers.read_text(encoding="utf-8").split()) - {str(os.getpid())}) in range(1, workers + 1)


def test_where_few_are_missing_nobody_else_is_asked(tmp_path: Path, makers: Path) -> None:
    made(tmp_path, map(term, range(20)), 0)
    assert set(makers.read_text(encoding="utf-8").split()) == {str(os.getpid())}


def test_terms_without_a_text_that_is_no_unicode_are_known_again(tmp_path: Path, makers: Path) -> None:
    def plain(number: int) -> MetTerm:
        found = term(number)
        native, target = (
            Side(Document("x.md", "x.md", found.linked.slug, side.document.language), side.title, True, ())
            for _, side in found.linked.sides
        )
        return MetTerm(Bitext(found.linked.slug, (), native, target, ()), found.places, found.said)

    first, second = made(tmp_path, map(plain, range(80)), 2), made(tmp_path, map(plain, range(80)), 1)
    assert first == second
    assert len(makers.read_text(encoding="utf-8").split()) == 80
