"""A corpus that is kept from one build to the next, and what is believed of its files."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from flashgen.cache.store import Store
from flashgen.corpus.documents import Corpus, read_corpus
from flashgen.corpus.looking import Looks
from flashgen.corpus.selection import EVERYTHING, Selection
from flashgen.language.identification import identify
from flashgen.pipeline import corpus_index
from flashgen.pipeline.corpus_index import CorpusIndex
from flashgen.records.documents import Document

SECOND = 1_000_000_000
ITALIAN = "# Il faro\n\n" + "Il faro illumina la costa di notte, e le navi sanno dove si trova la terra.\n" * 3
POLISH = "# Latarnia\n\n" + "Latarnia oświetla brzeg nocą, a statki, które płyną, wiedzą, gdzie jest ląd.\n" * 3


class Place:
    """A corpus that several runs read, one after the other, each ten seconds after the last change."""

    def __init__(self, folder: Path) -> None:
        self.corpus = folder / "corpus"
        self.cache = folder / "cache"
        self.opened: list[str] = []
        self.ahead = 10 * SECOND
        for language, text in (("it", ITALIAN), ("pl", POLISH)):
            for slug in ("lighthouse", "pier", "harbour"):
                self.write(f"{language}/{slug}.md", text)

    def write(self, name: str, text: str) -> Path:
        path = self.corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def index(self, selection: Selection = EVERYTHING) -> CorpusIndex:
        return CorpusIndex((self.corpus,), selection, Store(self.cache), lambda: time.time_ns() + self.ahead)

    def read(self) -> Corpus:
        """What a run finds, which must be what one without a cache finds, for each file's content, too."""
        index = self.index()
        self.opened.clear()
        found = index.read(identify)
        contents = {document.path: index.content(document.path) for document in documents(found)}
        opened = list(self.opened)
        index.close()
        assert found == read_corpus((self.corpus,))
        assert {path: corpus_index._content(path) for path in contents} == contents
        self.opened[:] = opened
        return found


def documents(corpus: Corpus) -> list[Document]:
    return [document for versions in corpus.versions.values() for document in versions.values()]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A place whose files are noted when they are opened."""
    made = Place(tmp_path)
    opened = Path.open

    def note(path: Path, *arguments: object, **options: object) -> object:
        if path.is_relative_to(made.corpus):
            made.opened.append(path.relative_to(made.corpus).as_posix())
        return opened(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", note)
    return made


def test_nothing_is_opened_that_has_not_changed(place: Place) -> None:
    first = place.read()
    assert place.opened
    assert place.read() == first
    assert place.opened == []


def test_only_the_file_that_changed_is_opened(place: Place) -> None:
    for number in range(40):
        place.write(f"pl/z{number:02}.md", POLISH)
    place.read()
    place.write("pl/z39.md", POLISH + "\nDziś latarnia jest zamknięta.\n")
    place.read()
    assert set(place.opened) == {"pl/z39.md"}


def test_a_text_of_the_same_length_in_the_same_second_is_seen(place: Place) -> None:
    path = place.write("it/pier.md", "---\nslug: uno\n---\n" + ITALIAN)
    place.read()
    status = path.stat()
    path.write_text("---\nslug: due\n---\n" + ITALIAN, encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    place.read()
    assert "it/pier.md" in place.opened


def test_a_file_that_another_took_the_place_of_is_seen(place: Place, tmp_path: Path) -> None:
    path = place.write("it/pier.md", "---\nslug: uno\n---\n" + ITALIAN)
    other = tmp_path / "other.md"
    other.write_text("---\nslug: due\n---\n" + ITALIAN, encoding="utf-8")
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    os.utime(other, ns=times)
    place.read()
    other.rename(path)
    place.read()
    assert "it/pier.md" in place.opened


def test_a_folder_that_is_renamed_is_another_language(place: Place) -> None:
    assert place.read().counts() == {"it": 3, "pl": 3}
    (place.corpus / "it").rename(place.corpus / "italian")
    found = place.read()
    assert {path.split("/")[0] for path in (one.name for one in documents(found))} == {"italian", "pl"}


def test_folders_that_change_their_names_with_one_another_are_seen(place: Place) -> None:
    place.read()
    for old, new in (("it", "x"), ("pl", "it"), ("x", "pl")):
        (place.corpus / old).rename(place.corpus / new)
    assert "written in" in str(place.read().problems[0])


def test_files_that_were_just_written_are_read_again(place: Place) -> None:
    place.ahead = 0
    place.read()
    place.read()
    assert len(set(place.opened)) == 6


def test_no_time_is_believed_after_the_clock_was_set_back(place: Place) -> None:
    place.ahead = 3600 * SECOND
    place.read()
    place.ahead = 10 * SECOND
    place.read()
    assert len(set(place.opened)) == 6


def test_a_file_from_the_future_is_read_each_time(place: Place) -> None:
    path = place.write("it/pier.md", ITALIAN)
    os.utime(path, (time.time() + 86_400, time.time() + 86_400))
    place.read()
    place.read()
    assert set(place.opened) == {"it/pier.md"}


def test_what_front_matter_says_anew_counts(place: Place) -> None:
    place.read()
    place.write("it/pier.md", "---\ntranslationKey: jetty\n---\n" + ITALIAN)
    assert set(place.read().versions) == {"harbour", "jetty", "lighthouse", "pier"}
    place.write("it/pier.md", ITALIAN)
    assert set(place.read().versions) == {"harbour", "lighthouse", "pier"}


def test_files_come_and_go(place: Place) -> None:
    place.read()
    place.write("it/mole.md", ITALIAN)
    (place.corpus / "pl/pier.md").unlink()
    assert set(place.read().versions) == {"harbour", "lighthouse", "mole", "pier"}
    assert "it/mole.md" in place.opened
    place.read()
    assert place.opened == []


def test_texts_that_tell_the_language_are_asked_again_when_they_change(place: Place) -> None:
    shutil.rmtree(place.corpus)
    for slug in ("lighthouse", "pier"):
        place.write(f"{slug}.md", ITALIAN)
    assert place.read().counts() == {"it": 2}
    place.write("pier.md", POLISH)
    assert place.read().counts() == {"it": 1, "pl": 1}


def test_catalogues_are_asked_again_when_they_change(place: Place) -> None:
    def catalogue(language: str) -> str:
        return (
            f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
            '#: it/pier.md:1\nmsgid "Il faro"\nmsgstr "X"\n'
        )

    place.write("po/messages.po", catalogue("de"))
    assert "de" in place.read().versions["pier"]
    place.write("po/messages.po", catalogue("fr"))
    assert "fr" in place.read().versions["pier"]


def test_other_patterns_are_another_corpus(place: Place) -> None:
    place.read()
    index = place.index(Selection(exclude=("pier.md",)))
    assert set(index.read(identify).versions) == {"harbour", "lighthouse"}
    index.close()
    assert set(place.read().versions) == {"harbour", "lighthouse", "pier"}


def test_what_is_told_of_files_that_are_left_out_is_told_again(place: Place) -> None:
    (place.corpus / "it/gone.md").symlink_to("nowhere.md")
    first = place.read()
    assert "it/gone.md" in str(first.problems)
    assert place.read() == first
    (place.corpus / "it/gone.md").unlink()
    assert place.read().problems == ()


def test_a_link_that_leads_to_another_file_now_is_seen(place: Place) -> None:
    place.write("it/uno.md", "---\nslug: uno\n---\n" + ITALIAN)
    place.write("it/due.md", "---\nslug: due\n---\n" + ITALIAN)
    link = place.corpus / "it/link.md"
    link.symlink_to("uno.md")
    place.read()
    link.unlink()
    link.symlink_to("due.md")
    place.read()
    assert "it/link.md" in place.opened


def test_a_file_that_changes_in_mid_run_is_told_as_it_is(place: Place) -> None:
    place.read()
    index = place.index()
    index.read(identify)
    path = str(place.corpus / "it/pier.md")
    before = index.content(path)
    place.write("it/pier.md", ITALIAN + "\nOggi il faro è chiuso.\n")
    assert index.content(path) != before
    Path(path).unlink()
    assert index.content(path) == b""


def test_a_damaged_cache_is_passed_over(place: Place) -> None:
    first = place.read()
    with sqlite3.connect(place.cache / "entries-1.sqlite3") as entries:
        entries.execute("UPDATE entries SET value = x'00'")
    store = Store(place.cache)
    index = CorpusIndex((place.corpus,), EVERYTHING, store)
    assert index.read(identify) == first
    index.close()
    assert "damaged" in store.fault


def test_without_a_store_everything_is_read(place: Place) -> None:
    index = CorpusIndex((place.corpus,), EVERYTHING, None)
    assert index.read(identify) == read_corpus((place.corpus,))
    path = str(place.corpus / "it/pier.md")
    assert index.content(path) == corpus_index._content(path)
    index.close()


def test_a_name_that_is_no_unicode_costs_only_time(place: Place) -> None:
    path = Path(os.fsdecode(bytes(place.corpus / "it") + b"/m\xf6le.md"))
    path.write_text(ITALIAN, encoding="utf-8")
    place.read()
    place.read()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_to_files_a_corpus_is_what_it_is_without_a_cache(place: Place, seed: int) -> None:
    chance = random.Random(seed)
    texts = [
        front + text for text in (ITALIAN, POLISH) for front in ("", "---\nslug: uno\n---\n", "---\nslug: due\n---\n")
    ]
    for step in range(8):
        for _ in range(chance.randrange(3)):
            files = sorted(place.corpus.rglob("*.md"))
            path = chance.choice(files)
            what = chance.randrange(5)
            if what == 0:
                times = path.stat().st_atime_ns, path.stat().st_mtime_ns
                path.write_text(chance.choice(texts), encoding="utf-8")
                os.utime(path, ns=times)
            elif what == 1 and len(files) > 2:
                path.unlink()
            elif what == 2:
                path.rename(chance.choice(files))
            elif what == 3:
                place.write(f"{chance.choice(('it', 'pl', 'de'))}/new{step}.md", chance.choice(texts))
            else:
                path.write_text(path.read_text(encoding="utf-8") + "\nX\n", encoding="utf-8")
        place.ahead = chance.choice((0, 10, 20)) * SECOND
        place.read()


def test_what_a_walk_met_is_not_asked_for_twice(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.read()
    monkeypatch.setattr(Looks, "front", None)
    monkeypatch.setattr(Looks, "head", None)
    monkeypatch.setattr(corpus_index, "read_corpus", None)
    index = place.index()
    assert index.read(identify).counts() == {"it": 3, "pl": 3}


def test_what_tells_a_version_is_known_as_long_as_nothing_has_changed(place: Place) -> None:
    def known(slug: str) -> bytes:
        index = place.index()
        document = index.read(identify).versions[slug]["it"]
        content = index.content(document.path)
        version = index.version(document, "as usual", content)
        assert index.version(document, "as usual", b"another content") == b""
        index.keep_version(document, "as usual", content, b"told")
        index.keep_version(document, "as usual", b"another content", b"wrong")
        assert index.version(document, "otherwise", content) == b""
        index.close()
        return version

    assert known("pier") == b""
    assert known("pier") == b"told"
    place.write("it/pier.md", ITALIAN + "\nOggi il faro è chiuso.\n")
    assert known("pier") == b""
    assert known("pier") == b"told"
    place.write("it/mole.md", ITALIAN)
    assert known("pier") == b""
