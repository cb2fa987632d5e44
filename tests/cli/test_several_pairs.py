"""A build of several language pairs from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import Result

from flashgen.anki.package_reader import read_edition
from flashgen.config.bundled import bundled
from tests.support.command_line import run


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article in three languages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    for name in ("Danish", "Italian", "Russian"):
        (tmp_path / "articles" / name).mkdir(parents=True)
        shutil.copy(next((bundled("sample") / "Texts" / name).rglob("compass.md")), tmp_path / "articles" / name)
    return tmp_path


def build(*arguments: str) -> Result:
    return run("build", "--corpus", "articles", *arguments)


def configure(text: str) -> None:
    Path("config").mkdir(exist_ok=True)
    Path("config/flashgen.yaml").write_text(text, encoding="utf-8")


def test_all_builds_every_ordered_pair(here: Path) -> None:
    result = build("--from", "all", "--to", "all")
    assert result.exit_code == 0
    names = {"da-it", "it-da", "da-ru", "ru-da", "it-ru", "ru-it"}
    assert set(result.stdout.split()) == {f"output/{name}.apkg" for name in names}
    assert {path.stem for path in (here / "output").iterdir()} == names
    assert "6 packages written" in result.stderr


def test_several_languages_are_built_each_with_each() -> None:
    result = build("--from", "ru", "--from", "da", "--to", "it", "--to", "ru", "-q")
    assert set(result.stdout.split()) == {f"output/{name}.apkg" for name in ("ru-it", "da-it", "da-ru")}
    assert result.stderr == ""


def test_reverse_builds_the_other_direction_too() -> None:
    assert build("--from", "ru", "--to", "it", "--reverse").stdout == "output/ru-it.apkg\noutput/it-ru.apkg\n"


def test_opposite_decks_hold_the_same_facts() -> None:
    run("build", "--corpus", str(bundled("sample")), "--from", "ru", "--to", "it", "--reverse")
    one, other = (facts(Path(f"output/{name}.apkg"), sides) for name, sides in DECKS.items())
    assert len(one) > 50
    assert one == other


def facts(package: Path, sides: tuple[str, str]) -> set[tuple[str, ...]]:
    """What the notes of a package say, the texts of one side before those of the other."""
    edition = read_edition(package)
    layout, names = edition.layout, [f"{side}.{name}" for side in sides for name in ("question", "answer", "context")]
    notes = ((note.kind, layout.text_reader(note.kind, note.field_values)) for note in edition.notes.in_order)
    return {(kind, text("article"), *map(text, names)) for kind, text in notes if kind in ASKED_BY_ARTICLES}


DECKS = {"ru-it": ("native", "target"), "it-ru": ("target", "native")}
ASKED_BY_ARTICLES = ("faq", "purpose", "section", "term", "vocabulary")
"""The kinds whose questions no prompt of either language asks."""


def test_programs_get_a_list_with_each_pair_and_why_one_failed(here: Path) -> None:
    (here / "output").mkdir()
    (here / "output" / "ru-da.apkg").write_text("no package", encoding="utf-8")
    result = build("--from", "ru", "--to", "all", "--json")
    built, failed = sorted(json.loads(result.stdout), key=lambda one: one["written"], reverse=True)
    assert (built["native"], built["target"], built["notes"]["definition"]) == ("ru", "it", 1)
    assert (failed["target"], failed["written"], set(failed)) == (
        "da",
        False,
        {"native", "target", "written", "problems"},
    )
    assert "ru-da.apkg" in failed["problems"][0]["message"]
    assert result.exit_code == 1


def test_the_table_has_a_line_for_each_pair() -> None:
    lines = build("--from", "ru", "--to", "it", "--reverse").stderr.splitlines()
    assert lines[0].split() == ["pair", "articles", "notes", "cards", "new", "changed", "gone", "withheld"]
    assert [line.split()[:4] for line in lines[1:3]] == [["ru", "→", "it", "1"], ["it", "→", "ru", "1"]]
    assert lines[1].endswith("output/ru-it.apkg")


def test_packages_that_hold_the_same_are_left_and_that_is_said() -> None:
    build("--from", "all", "--to", "it")
    assert "0 packages written; 2 left as they were" in build("--from", "all", "--to", "it").stderr
    assert "output/ru-it.apkg holds the same already" in build("--from", "ru", "--to", "it").stderr


def test_a_pair_that_fails_is_told_and_the_others_are_built(here: Path) -> None:
    result = build("--from", "fi", "--from", "ru", "--to", "it")
    assert (result.exit_code, result.stdout) == (1, "output/ru-it.apkg\n")
    assert "error: fi → it: --from fi: the corpus has no article in Finnish" in result.stderr
    assert "1 package written; 1 pair failed" in result.stderr


def test_a_folder_takes_all_packages(here: Path) -> None:
    build("--from", "ru", "--to", "it", "--reverse", "-o", "decks/")
    assert {path.name for path in (here / "decks").iterdir()} == {"ru-it.apkg", "it-ru.apkg"}


def test_a_folder_of_published_packages_is_continued_where_it_has_one(here: Path) -> None:
    build("--from", "ru", "--to", "it", "-o", "previous/")
    result = build("--from", "ru", "--to", "it", "--reverse", "--previous", "previous")
    first, second = (line.split() for line in result.stderr.splitlines()[1:3])
    assert int(first[6]) == 0
    assert int(second[6]) == int(second[4])  # everything is new


def test_a_dry_run_shows_what_would_change_in_each(here: Path) -> None:
    result = build("--from", "ru", "--to", "it", "--reverse", "--dry-run")
    assert [line for line in result.stdout.splitlines() if "→" in line] == ["ru → it", "it → ru"]
    assert "nothing was written" in result.stderr
    assert not (here / "output").exists()


def test_without_languages_the_configured_pairs_are_built() -> None:
    configure("pairs: [ru-it, it-da]\n")
    assert build().stdout == "output/ru-it.apkg\noutput/it-da.apkg\n"


def test_all_may_be_configured() -> None:
    configure("pairs: all\n")
    assert len(build("-q").stdout.splitlines()) == 6


def test_the_command_line_wins_over_the_configuration() -> None:
    configure("pairs: all\n")
    assert build("--from", "ru", "--to", "it").stdout == "output/ru-it.apkg\n"


def test_a_pair_that_is_no_pair_is_pointed_at_in_the_configuration() -> None:
    configure("pairs:\n  - ru-it\n  - pt-BR-it\n")
    result = build()
    assert result.exit_code == 1
    assert "config/flashgen.yaml:3: " in result.stderr
    assert "pt-BR/it" in result.stderr


def test_check_checks_the_configured_pairs_and_tells_once_what_is_in_several(here: Path) -> None:
    (here / "articles" / "Russian" / "odd.md").write_bytes(b"\xff broken")
    (here / "articles" / "Italian" / "odd.md").write_text("# Strano\n\n- una cosa strana\n", encoding="utf-8")
    configure("pairs: [ru-it, it-ru]\n")
    said = run("check", "--corpus", "articles").stdout
    assert said.count("not UTF-8") == 1
    assert said.splitlines()[-1].startswith("no term note: ")
    configure("pairs: [ru-it, ru-fi]\n")
    result = run("check", "--corpus", "articles")
    assert result.exit_code == 1
    assert "--to fi: the corpus has no article in Finnish" in result.stderr


def test_pairs_are_proposed_from_the_corpus_in_a_form_that_builds_them() -> None:
    proposed = run("init", "--pairs", "--corpus", "articles").stdout
    assert "  - ru-it  # 1 article\n" in proposed
    configure(proposed)
    assert len(build("-q").stdout.splitlines()) == 6


def test_no_pairs_are_proposed_where_languages_share_no_article(here: Path) -> None:
    for name in ("Danish", "Russian"):
        shutil.rmtree(here / "articles" / name)
    result = run("init", "--pairs", "--corpus", "articles")
    assert result.exit_code == 1
    assert "no two languages have an article in common" in result.stderr
    assert "no two languages have an article in common" in build("--from", "all", "--to", "all").stderr
