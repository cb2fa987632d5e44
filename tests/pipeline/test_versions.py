"""Documents become versions: each is read once, by a function of its bytes and the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from flashgen.cache.store import Store
from flashgen.corpus.link_targets import Address, LinkTargets, Resolve, link_targets
from flashgen.pipeline import versions
from flashgen.pipeline.versions import ReadingSettings, ReadVersion, VersionReader, read_version
from flashgen.record import replace
from flashgen.records.documents import Document
from flashgen.records.facts import Mention

NOWHERE = Document("nowhere/it/ape.md", "it/ape.md", "ape", "it")
BEE = b"# Ape\n\nLe api danno il [miele](/miele) dolce.\n"
JAPANESE = "蜜蜂は花の蜜を集めて巣に運び、長い時間をかけて蜂蜜に変える。人々は何千年も前から蜂蜜を食べてきた。" * 4


def read(data: bytes, settings: ReadingSettings | None = None) -> ReadVersion:
    return read_version(NOWHERE, data, settings or ReadingSettings(), LinkTargets().resolve)


def written(folder: Path, name: str) -> Document:
    path = folder / f"{name}.md"
    path.write_bytes(BEE.replace(b"Ape", name.encode()))
    return Document(str(path), f"it/{name}.md", name, "it")


def test_a_version_is_made_of_bytes_alone() -> None:
    found, problems = read(BEE)
    assert found is not None
    assert (found.title, problems) == ("Ape", ())
    assert read(BEE) == (found, ())


def test_bytes_that_make_no_article_make_no_version() -> None:
    found, (problem,) = read(b"\xff\xfe\x00broken\xff")
    assert found is None
    assert str(problem).startswith("it/ape.md")


def test_a_document_that_is_plainly_in_another_language_is_left_out_with_a_warning() -> None:
    found, (problem,) = read(f"# 蜂蜜\n\n{JAPANESE}\n".encode())
    assert found is None
    assert problem.severity == "warning"
    assert str(problem) == (
        "it/ape.md: written in Japanese, but it stands for Italian: left out; move it or set `lang:`"
    )


def test_quotations_tell_the_language_as_well_and_lists_of_names_do_not() -> None:
    quoted, _ = read(f"# 蜂蜜\n\n> {JAPANESE}\n\n- 蜂蜜\n".encode())
    listed, _ = read(f"# Miele\n\nIl miele delle api.\n\n- {JAPANESE}\n".encode())
    assert quoted is None
    assert listed is not None


def test_repairs_are_told_with_the_version() -> None:
    found, (problem,) = read(b"---\ntitle: %40 Ape\n---\n# Ape\n\nTesto.\n")
    assert found is not None
    assert problem.severity == "repair"


def test_the_settings_say_whether_links_over_a_sentence_end_give_terms() -> None:
    torn = b"# Ape\n\nDanno [miele. Le api](/miele) dormono.\n"
    for passed_over in (True, False):
        found, _ = read(torn, ReadingSettings(passes_over_torn_links=passed_over))
        assert found is not None
        assert [mention.is_passed_over for mention in found.mentions] == [passed_over]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    reader = VersionReader(ReadingSettings())
    bee = written(tmp_path, "Ape")
    first = reader(bee)
    Path(bee.path).unlink()
    assert reader(bee) is first


def test_a_file_that_cannot_be_read_is_told_and_not_asked_for_again(tmp_path: Path) -> None:
    reader = VersionReader(ReadingSettings())
    bee = Document(str(tmp_path / "ape.md"), "it/ape.md", "ape", "it")
    found, (problem,) = reader(bee)
    assert found is None
    assert "cannot be read" in str(problem)
    written(tmp_path, "ape")
    assert reader(bee) == (None, (problem,))


def test_beyond_its_limit_a_reader_forgets_what_was_asked_for_longest_ago(tmp_path: Path) -> None:
    reader = VersionReader(ReadingSettings(), kept=2)
    bee, wasp, hornet = (written(tmp_path, name) for name in ("Ape", "Vespa", "Calabrone"))
    first = [reader(document) for document in (bee, wasp)]
    assert reader(bee) is first[0]
    reader(hornet)
    assert reader(bee) is first[0]
    again = reader(wasp)
    assert again is not first[1]
    assert again == first[1]


def test_a_reader_forgets_versions_when_it_is_told_to(tmp_path: Path) -> None:
    reader = VersionReader(ReadingSettings(), Store(tmp_path / "store"))
    bee = written(tmp_path, "Ape")
    first, known = reader(bee), reader.fingerprint(bee)
    reader.forget()
    assert reader(bee) is not first
    assert reader(bee) == first
    assert reader.fingerprint(bee) == known != b""


def test_a_reader_that_keeps_nothing_reads_every_time(tmp_path: Path) -> None:
    reader = VersionReader(ReadingSettings(), kept=0)
    bee = written(tmp_path, "Ape")
    assert reader(bee) == reader(bee)
    assert reader(bee) is not reader(bee)


@pytest.fixture
def times_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that are read rather than known."""
    names: list[str] = []

    def read_and_note(document: Document, data: bytes, settings: ReadingSettings, resolve: Resolve) -> ReadVersion:
        names.append(document.name)
        return read_version(document, data, settings, resolve)

    monkeypatch.setattr(versions, "read_version", read_and_note)
    return names


def read_anew(document: Document, store: Store, links: LinkTargets | None = None) -> ReadVersion:
    """As a later process reads it."""
    return VersionReader(ReadingSettings(links=links or LinkTargets()), store)(document)


def test_what_a_store_keeps_is_what_was_read(tmp_path: Path, times_read: list[str]) -> None:
    store, bee = Store(tmp_path / "store"), written(tmp_path, "Ape")
    first = read_anew(bee, store)
    assert read_anew(bee, store) == first == VersionReader(ReadingSettings())(bee)
    assert times_read == ["it/Ape.md"] * 2  # one of them without the store


def test_a_document_that_cannot_be_used_is_known_too(tmp_path: Path, times_read: list[str]) -> None:
    store, bee = Store(tmp_path / "store"), written(tmp_path, "Ape")
    Path(bee.path).write_bytes(b"\xff\xfe\x00broken\xff")
    first = read_anew(bee, store)
    assert first[0] is None
    assert read_anew(bee, store) == first
    assert len(times_read) == 1


def test_an_edit_is_read(tmp_path: Path) -> None:
    store, bee = Store(tmp_path / "store"), written(tmp_path, "Ape")
    read_anew(bee, store)
    Path(bee.path).write_bytes(BEE.replace(b"Ape", b"Vespa"))
    found, _ = read_anew(bee, store)
    assert found is not None
    assert found.title == "Vespa"


def test_a_document_is_read_again_when_its_links_lead_elsewhere(tmp_path: Path, times_read: list[str]) -> None:
    store, bee = Store(tmp_path / "store"), written(tmp_path, "Ape")
    assert [mention.slug for mention in _mentions(read_anew(bee, store))] == ["miele"]
    elsewhere = link_targets([Address(("miele",), "honey")])
    assert [mention.slug for mention in _mentions(read_anew(bee, store, elsewhere))] == ["honey"]
    unrelated = link_targets([Address(("miele",), "honey"), Address(("cera",), "wax")])
    assert [mention.slug for mention in _mentions(read_anew(bee, store, unrelated))] == ["honey"]
    assert len(times_read) == 2


def _mentions(read: ReadVersion) -> tuple[Mention, ...]:
    assert read[0] is not None
    return read[0].mentions


def test_a_document_that_moved_knows_where_it_is(tmp_path: Path) -> None:
    store, bee = Store(tmp_path / "store"), written(tmp_path, "Ape")
    read_anew(bee, store)
    moved = replace(bee, path=str(Path(bee.path).rename(tmp_path / "elsewhere.md")))
    found, _ = read_anew(moved, store)
    assert found is not None
    assert found.document == moved
