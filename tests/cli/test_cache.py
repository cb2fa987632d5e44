"""What was read is kept from one build to the next, and never changes what is built."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from flashgen.cache.store import Store
from flashgen.cli.cache_folder import VARIABLE, cache_folder
from flashgen.config.bundled import bundled
from flashgen.notes.note_maker import NoteMaker
from flashgen.pairing.model import TranslationModels
from flashgen.pipeline import kept_outcomes, learning, versions
from flashgen.pipeline.bitexts import Job, Outcome, Read, make_bitext
from tests.support.command_line import run

CORPUS = ("--corpus", "articles")
RU_IT = ("build", "--from", "ru", "--to", "it", "--fresh", *CORPUS)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with three articles in three languages, and a cache folder that is not there yet."""
    monkeypatch.chdir(tmp_path)
    for language in ("Italian", "Polish", "Russian"):
        (tmp_path / "articles" / language).mkdir(parents=True)
        for name in ("compass.md", "honey.md", "tide.md"):
            shutil.copy(bundled("sample") / "Texts" / language / name, tmp_path / "articles" / language)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    return tmp_path


def built(*options: str) -> bytes:
    """The package of a build."""
    assert run(*RU_IT, *options).exit_code == 0
    return Path("output/ru-it.apkg").read_bytes()


def entries(here: Path) -> int:
    with closing(sqlite3.connect(Store(here / "kept").file)) as found:
        return int(found.execute("SELECT count(*) FROM entries").fetchone()[0])


def refuse(*_: object) -> None:
    """Take the place of what should not be asked."""
    raise AssertionError("what is known was made again")


def refuse_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every document that is read, paired or made notes of rather than known be a mistake."""
    monkeypatch.setattr(versions, "read_version", refuse)
    monkeypatch.setattr(kept_outcomes, "make_bitext", refuse)
    for name in ("notes", "term"):
        monkeypatch.setattr(NoteMaker, name, refuse)


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_cold_and_warm_and_without_a_cache_the_bytes_are_the_same(jobs: str) -> None:
    without = built("--no-cache", "--jobs", "1")
    assert built("--jobs", jobs) == without
    assert built("--jobs", jobs) == without


def test_after_an_edit_the_bytes_are_those_of_a_build_without_a_cache(here: Path) -> None:
    built()
    path = here / "articles" / "Italian" / "honey.md"
    path.write_text(path.read_text(encoding="utf-8").replace("\n- ", "\n- Ehm, "), encoding="utf-8")
    without = built("--no-cache")
    for jobs in ("1", "2", "3"):
        assert built("--jobs", jobs) == without
    run("cache", "--clear")
    assert built("--jobs", "3") == without


def test_what_is_not_learnt_from_costs_only_itself(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    monkeypatch.setattr(learning, "_SAMPLE", 2)
    built()
    names = sorted((here / "articles").rglob("Italian/*.md"))
    names[-1].write_text(names[-1].read_text(encoding="utf-8") + "\nAltro.\n", encoding="utf-8")
    made: list[str] = []

    def make_and_note(job: Job, models: TranslationModels, read: Read) -> Outcome:
        made.extend(document.name for document in (job.native, job.target) if document.language == "it")
        return make_bitext(job, models, read)

    monkeypatch.setattr(kept_outcomes, "make_bitext", make_and_note)
    built()
    assert made == [names[-1].relative_to(here / "articles").as_posix()]


def test_a_second_build_reads_no_document(monkeypatch: pytest.MonkeyPatch) -> None:
    built()
    refuse_to_read(monkeypatch)
    built()


def test_the_opposite_pair_knows_what_the_first_one_read(monkeypatch: pytest.MonkeyPatch) -> None:
    built()
    monkeypatch.setattr(versions, "read_version", refuse)
    assert run("build", "--from", "it", "--to", "ru", *CORPUS).exit_code == 0


@pytest.mark.parametrize("line", [("show", "tide"), ("check",)])
def test_other_commands_know_what_a_build_read(monkeypatch: pytest.MonkeyPatch, line: tuple[str, ...]) -> None:
    pair = ("--from", "ru", "--to", "it", *CORPUS)
    before = run(*line, *pair).stdout
    run("cache", "--clear")
    built()
    monkeypatch.setattr(versions, "read_version", refuse)
    assert run(*line, *pair).stdout == before


def test_without_a_cache_nothing_is_kept(here: Path) -> None:
    built("--no-cache")
    assert not (here / "kept").exists()


def test_an_edit_is_seen(here: Path) -> None:
    for tag, text in (("en", "Bees carry pollen."), ("it", "Le api portano polline.")):
        (here / "bees" / tag).mkdir(parents=True)
        (here / "bees" / tag / "bee.md").write_text(f"# {tag}\n\n## Uses\n\n- {text}\n- Wax\n", encoding="utf-8")
    line = ("build", "--from", "en", "--to", "it", "--corpus", "bees")
    run(*line)
    path = here / "bees" / "it" / "bee.md"
    path.write_text(path.read_text(encoding="utf-8").replace("polline", "molto polline"), encoding="utf-8")
    assert "0 new, 1 changed" in run(*line).stderr


def spoil(file: Path) -> None:
    file.write_bytes(b"no database at all " * 500)


def damage(file: Path) -> None:
    with closing(sqlite3.connect(file)) as found, found:
        found.execute("UPDATE entries SET value = x'00'")


def lay_out_otherwise(file: Path) -> None:
    with closing(sqlite3.connect(file)) as found, found:
        found.executescript("DROP TABLE entries; CREATE TABLE entries (bee TEXT, used INTEGER);")


@pytest.mark.parametrize(("harm", "jobs"), [(spoil, "1"), (damage, "2"), (lay_out_otherwise, "1")])
def test_a_harmed_cache_costs_one_warning_and_changes_nothing(
    here: Path, harm: Callable[[Path], None], jobs: str
) -> None:
    before = built()
    harm(Store(here / "kept").file)
    result = run(*RU_IT, "--jobs", jobs)
    assert result.exit_code == 0
    assert result.stderr.count("warning") == 1
    assert f"the cache in {here / 'kept'} cannot be used" in result.stderr
    assert Path("output/ru-it.apkg").read_bytes() == before
    assert run("cache", "--clear").exit_code == 0
    assert "warning" not in run(*RU_IT).stderr


def test_a_folder_that_cannot_be_made_costs_one_warning(here: Path) -> None:
    (here / "kept").write_text("a letter")
    result = run(*RU_IT)
    assert result.exit_code == 0
    assert result.stderr.count("cannot be used") == 1
    assert (here / "kept").read_text() == "a letter"
    assert run(*RU_IT, "--strict").exit_code == 0
    assert run(*RU_IT, "--quiet").stderr == ""


def test_the_folder_is_told_and_cleared(here: Path) -> None:
    built()
    assert run("cache", "--path").stdout == f"{here / 'kept'}\n"
    assert "MB\n" in run("cache").stdout
    assert entries(here) > 10
    assert "removed" in run("cache", "--clear").stdout
    assert entries(here) == 0
    assert run("cache", "--clear").exit_code == 0


def test_without_a_variable_the_cache_is_where_the_system_keeps_such(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(here / "xdg"))
    assert cache_folder().name == "flashgen"
    assert not cache_folder().exists()
