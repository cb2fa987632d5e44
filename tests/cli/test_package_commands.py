"""The difference of two packages, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import RU_IT, run
from tests.support.small_corpora import FIRST, SECOND, bees, write

pytestmark = pytest.mark.usefixtures("here")


def two_editions(here: Path) -> tuple[str, str]:
    """A deck and the one that continues it."""
    run("build", *bees(here, FIRST), "-o", "old.apkg")
    run("build", *bees(here, SECOND), "-o", "new.apkg", "--previous", "old.apkg")
    return "old.apkg", "new.apkg"


def test_diff_shows_notes_and_words_that_went_and_came(here: Path) -> None:
    result = run("diff", *two_editions(here))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "new: bee, purpose\n    en: Smoke calms a colony.\n    it: Il fumo calma la colonia.\n" in result.stdout
    assert "    en answer: Bees carry {+much +}pollen from flower to flower.\n" in result.stdout
    assert "    it answer: Le api portano [-il-]{+molto+} polline di fiore in fiore.\n" in result.stdout
    assert "gone: bee, purpose\n    en: Wax serves for candles and polish.\n" in result.stdout
    assert result.stdout.endswith("\n1 new, 1 changed, 1 unchanged, 1 gone\n")


def test_diff_of_a_package_with_itself_shows_nothing(here: Path) -> None:
    old, _ = two_editions(here)
    assert run("diff", old, old).stdout == "0 new, 0 changed, 3 unchanged, 0 gone\n"


def test_diff_tells_packages_that_do_not_follow_one_another(here: Path) -> None:
    old, new = two_editions(here)
    assert "1 changed note without being newer: passed over by Anki" in run("diff", new, old).stdout


def test_diff_prints_json(here: Path) -> None:
    shown = json.loads(run("diff", *two_editions(here), "--json").stdout)
    assert (shown["native"], shown["target"], shown["unchanged"]) == ("en", "it", 1)
    assert [entry["target"] for entry in shown["new"]] == ["Il fumo calma la colonia."]
    assert [entry["target"] for entry in shown["gone"]] == ["La cera serve per candele e lucido."]
    (changed,) = shown["changed"]
    assert {change["value"] for change in changed["changes"]} == {"native.answer", "target.answer"}


def test_diff_changes_no_file(here: Path) -> None:
    names = two_editions(here)
    before = {path: path.read_bytes() for path in here.glob("*.*")}
    run("diff", *names)
    assert {path: path.read_bytes() for path in here.glob("*.*")} == before


def test_a_dry_run_shows_the_same_as_diff_afterwards(here: Path) -> None:
    run("build", *bees(here, FIRST), "-o", "old.apkg")
    options = (*bees(here, SECOND), "-o", "new.apkg", "--previous", "old.apkg")
    announced = run("build", *options, "--dry-run").stdout
    run("build", *options)
    assert announced == run("diff", "old.apkg", "new.apkg").stdout


def test_diff_of_packages_of_two_pairs_is_refused_in_words_that_fit(here: Path) -> None:
    run("build", *RU_IT, "-o", "old.apkg")
    run("build", *bees(here, FIRST), "-o", "new.apkg")
    result = run("diff", "old.apkg", "new.apkg")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "it is a deck of en → it, not of ru → it" in result.stderr
    assert "--fresh" not in result.stderr


def test_diff_refuses_what_is_no_package(here: Path) -> None:
    write(here / "letter", "Dear aunt")
    result = run("diff", "letter", "letter")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("error") == 1
