"""Builds from the command line: what is written and said, what is continued, chosen and refused."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flashgen.anki.manifest import MEMBER
from flashgen.anki.note_types import NoteType
from flashgen.config import note_types
from tests.support.command_line import ARTICLES, RU_IT, read_counts, run, start
from tests.support.small_corpora import FIRST, SECOND, bees, kettle, write

pytestmark = pytest.mark.usefixtures("here")


def test_a_configuration_beside_the_reader_is_used(here: Path) -> None:
    write(here / "config/flashgen.yaml", "kinds:\n  faq: false\n")
    assert " faq" not in run("build", *RU_IT, "--dry-run").stderr.replace("flashgen", "")


def test_a_build_prints_the_path_alone_on_standard_output(here: Path) -> None:
    result = run("build", *RU_IT)
    assert (result.exit_code, result.stdout) == (0, "output/ru-it.apkg\n")
    assert (here / "output/ru-it.apkg").is_file()


def test_a_build_ends_with_a_summary_on_standard_error() -> None:
    said = run("build", *RU_IT).stderr
    notes, cards = read_counts(said)
    assert notes < cards
    for part in (f"ru → it: {ARTICLES} articles paired", f"{notes} new, 0 changed", "File > Import"):
        assert part in said


def test_a_second_build_counts_everything_as_unchanged() -> None:
    notes, _ = read_counts(run("build", *RU_IT).stderr)
    assert f"0 new, 0 changed, {notes} unchanged, 0 gone" in run("build", *RU_IT).stderr


def test_a_smaller_build_counts_what_is_gone() -> None:
    before, _ = read_counts(run("build", *RU_IT).stderr)
    said = run("build", *RU_IT, "--kind", "faq").stderr
    left, _ = read_counts(said)
    assert 0 < left < before
    assert f"0 new, 0 changed, {left} unchanged, {before - left} gone" in said


def test_the_summary_counts_what_is_withheld(uneven: str) -> None:
    said = run("build", "--from", "it", "--to", "en", "--corpus", uneven).stderr
    assert "3 facts withheld" in said


def test_the_name_of_a_language_does_as_well() -> None:
    assert run("build", "--from", "Russian", "--to", "italiano", "-q").stdout == "output/ru-it.apkg\n"


def test_a_folder_as_output_takes_the_usual_file_name(here: Path) -> None:
    (here / "decks").mkdir()
    assert run("build", *RU_IT, "--output", "decks").stdout == "decks/ru-it.apkg\n"
    assert (here / "decks/ru-it.apkg").is_file()


def test_an_output_path_is_made_with_its_folders(here: Path) -> None:
    assert run("build", *RU_IT, "-o", "a/b/deck.apkg").exit_code == 0
    assert (here / "a/b/deck.apkg").is_file()


def test_an_output_that_cannot_be_written_is_told(here: Path) -> None:
    write(here / "letter", "Dear aunt")
    result = run("build", *RU_IT, "-o", "letter/deck.apkg")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("error") == 1
    assert "letter/deck.apkg cannot be written" in result.stderr


def test_an_output_that_is_no_package_is_left_untouched(here: Path) -> None:
    letter = write(here / "letter.apkg", "Dear aunt")
    result = run("build", *RU_IT, "-o", "letter.apkg")
    assert result.exit_code == 1
    assert "letter.apkg cannot be built upon: it is damaged, or no package at all" in result.stderr
    assert letter.read_text() == "Dear aunt"


def test_an_output_that_anki_would_not_open_is_refused(here: Path) -> None:
    result = run("build", *RU_IT, "-o", "deck.txt")
    assert result.exit_code == 2
    assert "name it deck.apkg, or a folder with a slash at its end (deck.txt/)" in result.stderr
    assert list(here.iterdir()) == []


def test_a_first_edition_asks_whether_there_was_an_earlier_one() -> None:
    first, second = run("build", *RU_IT), run("build", *RU_IT)
    assert "no earlier package at output/ru-it.apkg: a first edition" in first.stderr
    assert "--previous" not in second.stderr
    assert "--previous" not in run("build", *RU_IT, "--fresh").stderr


def test_where_the_sample_is_read_beside_markdown_of_ones_own_a_note_says_so(here: Path) -> None:
    assert "--corpus ." not in run("check").stderr
    write(here / "texts" / "it" / "tide.md", "La marea sale e scende due volte al giorno.\n")
    for command in (("check",), ("pairs",), ("build", *RU_IT, "--dry-run")):
        assert "the bundled sample is read; --corpus . reads the Markdown of this folder (texts/it/tide.md ...)" in (
            run(*command).stderr
        )
    assert "bundled" not in run("check", "--corpus", ".").stderr


def test_folders_in_the_configuration_start_from_its_file(here: Path) -> None:
    write(here / "deck" / "config" / "flashgen.yaml", "corpus: [../texts]\n")
    write(here / "deck" / "texts" / "it" / "tide.md", "La marea sale e scende due volte al giorno.\n")
    assert "1 article in 1 language" in run("pairs", "--config", "deck/config").stdout


def test_a_layout_that_no_path_has_is_named_with_its_place(here: Path) -> None:
    write(here / "texts/it/tide.md", "# Marea\n\nIl mare sale.\n")
    write(here / "flashgen.yaml", "corpus: texts\nlayout: 'pages.{language}/{article}.md'\n")
    result = run("pairs", "--config", "flashgen.yaml")
    said = "no path has the layout 'pages.{language}/{article}.md', such as 'it/tide.md': correct `layout`"
    assert result.exit_code == 1
    assert result.stderr.startswith(f"error: flashgen.yaml:2: {said}")


def test_a_missing_folder_of_the_configuration_is_named_with_its_place(here: Path) -> None:
    write(here / "deck" / "flashgen.yaml", "order: kinds\ncorpus: [texts]\n")
    result = run("build", *RU_IT, "--config", "deck")
    assert result.exit_code == 1
    assert "deck/flashgen.yaml:2: column 10: corpus: there is no folder" in result.stderr
    assert str(here / "deck" / "texts") in result.stderr


def test_a_dry_run_writes_nothing(here: Path) -> None:
    result = run("build", *RU_IT, "--dry-run")
    assert result.exit_code == 0
    notes, _ = read_counts(result.stderr)
    assert f"{notes} new" in result.stderr
    assert "Nothing was written" in result.stderr
    assert list(here.iterdir()) == []


def test_a_dry_run_shows_what_would_change() -> None:
    before, _ = read_counts(run("build", *RU_IT).stderr)
    result = run("build", *RU_IT, "--kind", "faq", "--dry-run")
    shown, (left, _) = result.stdout, read_counts(result.stderr)
    assert shown.endswith(f"0 new, 0 changed, {left} unchanged, {before - left} gone\n")
    assert "gone: compass, definition\n" in shown


def test_a_dry_run_leaves_a_package_as_it_is(here: Path) -> None:
    run("build", *RU_IT)
    before = (here / "output/ru-it.apkg").read_bytes()
    run("build", *RU_IT, "--kind", "faq", "--dry-run")
    assert (here / "output/ru-it.apkg").read_bytes() == before


def test_quiet_prints_the_path_alone(uneven: str) -> None:
    result = run("build", "--from", "it", "--to", "en", "--corpus", uneven, "--quiet")
    assert (result.stdout, result.stderr) == ("output/it-en.apkg\n", "")


def test_quiet_keeps_the_errors() -> None:
    assert "no article 'zzz'" in run("build", *RU_IT, "--article", "zzz", "-q").stderr


def test_strict_builds_a_clean_corpus() -> None:
    assert run("build", *RU_IT, "--strict").exit_code == 0


def test_strict_refuses_what_is_otherwise_built(here: Path, uneven: str) -> None:
    pair = ("--from", "it", "--to", "en", "--corpus", uneven)
    result = run("build", *pair, "--strict")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "--strict: nothing was built" in result.stderr
    assert not (here / "output").exists()
    assert run("build", *pair).exit_code == 0


def test_a_bad_source_date_epoch_is_a_mistake_of_usage(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = run("build", *RU_IT)
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH is 'yesterday'" in result.stderr
    assert not (here / "output").exists()


def test_a_build_continues_the_package_that_it_replaces(here: Path) -> None:
    run("build", *bees(here, FIRST))
    assert "1 new, 1 changed, 1 unchanged, 1 gone" in run("build", *bees(here, SECOND)).stderr


def test_a_build_continues_another_package_on_request(here: Path) -> None:
    run("build", *bees(here, FIRST), "-o", "january.apkg")
    before = (here / "january.apkg").read_bytes()
    said = run("build", *bees(here, SECOND), "-o", "june.apkg", "--previous", "january.apkg").stderr
    assert "1 new, 1 changed, 1 unchanged, 1 gone" in said
    assert (here / "january.apkg").read_bytes() == before


def test_the_named_package_is_continued_rather_than_the_replaced_one(here: Path) -> None:
    run("build", *bees(here, FIRST), "-o", "january.apkg")
    run("build", *bees(here, SECOND), "-o", "june.apkg")
    said = run("build", *bees(here, FIRST), "-o", "june.apkg", "--previous", "january.apkg").stderr
    assert "0 new, 0 changed, 3 unchanged, 0 gone" in said


def test_a_fresh_build_continues_nothing(here: Path) -> None:
    run("build", *bees(here, FIRST))
    assert "3 new, 0 changed, 0 unchanged, 0 gone" in run("build", *bees(here, SECOND), "--fresh").stderr


def test_a_fresh_build_is_the_same_as_a_first_one(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    run("build", *bees(here, SECOND), "-o", "first.apkg")
    run("build", *bees(here, FIRST), "-o", "other.apkg")
    run("build", *bees(here, SECOND), "-o", "other.apkg", "--fresh")
    assert (here / "other.apkg").read_bytes() == (here / "first.apkg").read_bytes()


def test_facts_that_are_gone_are_listed(here: Path) -> None:
    run("build", *bees(here, FIRST))
    said = run("build", *bees(here, SECOND)).stderr
    assert "1 gone from the documents (kept by learners; --retire tag marks what is gone):" in said
    assert "  bee, purpose: La cera serve per candele e lucido." in said


def test_facts_that_are_gone_are_published_once_more_on_request(here: Path) -> None:
    run("build", *bees(here, FIRST))
    said = run("build", *bees(here, SECOND), "--retire", "tag").stderr
    assert "4 notes" in said
    assert "1 gone from the documents (published once more, as flashgen::retired):" in said


def test_facts_that_are_gone_are_reported_by_default_and_on_request(here: Path) -> None:
    run("build", *bees(here, FIRST))
    build = ("build", *bees(here, SECOND), "--dry-run")
    said = run(*build).stderr
    assert "1 gone from the documents (kept by learners" in said
    assert run(*build, "--retire", "report").stderr == said


def test_a_term_that_another_article_links_to_is_not_gone_when_that_one_is_not_asked_for() -> None:
    before, _ = read_counts(run("build", *RU_IT).stderr)
    said = run("build", *RU_IT, "--article", "compass", "--dry-run").stderr
    asked, _ = read_counts(said)
    assert "gone from the documents" not in said
    assert f"{before - asked} published before, and not asked for now" in said


def make_letter(path: Path) -> None:
    path.write_text("Dear aunt")


def make_empty_file(path: Path) -> None:
    path.touch()


def make_half_a_deck(path: Path) -> None:
    run("build", *bees(path.parent, FIRST), "-o", str(path), "-q")
    path.write_bytes(path.read_bytes()[:500])


def make_deck_of_another_pair(path: Path) -> None:
    run("build", *RU_IT, "-o", str(path), "-q")


def change_manifest(path: Path, change: dict[str, object] | None) -> None:
    """Make a deck whose manifest says something else, or which lacks it."""
    run("build", *bees(path.parent, FIRST), "-o", str(path), "-q")
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    manifest = members.pop("flashgen.json")
    if change is not None:
        members["flashgen.json"] = json.dumps({**json.loads(manifest), **change}).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)


def make_deck_of_somebody_else(path: Path) -> None:
    change_manifest(path, None)


@pytest.mark.parametrize("command", ["build", "check"])
def test_templates_are_loaded_once_for_all_pairs(here: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "config/flashgen.yaml", "pairs: [ru-it, it-ru]\n")
    loaded: list[None] = []
    load = note_types.load_note_types

    def load_and_count(*arguments: Any) -> dict[str, NoteType]:
        loaded.append(None)
        return load(*arguments)

    monkeypatch.setattr(note_types, "load_note_types", load_and_count)
    assert run(command).exit_code == 0
    assert len(loaded) == 1


def test_a_package_that_holds_a_kind_of_another_version_is_continued(here: Path) -> None:
    for name in ("kettle", "pot"):
        for language in ("en", "it"):
            write(here / "corpus" / language / f"{name}.md", kettle(language, 3).replace("ettle", name))
    arguments = ("build", "--from", "en", "--to", "it", "--corpus", "corpus", "-o", "deck.apkg")
    assert run(*arguments).exit_code == 0
    with zipfile.ZipFile("deck.apkg") as package:
        members = {name: package.read(name) for name in package.namelist()}
    assert b'"faq"' in members[MEMBER]
    members[MEMBER] = members[MEMBER].replace(b'"faq"', b'"riddle"')
    with zipfile.ZipFile("deck.apkg", "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    for path in here.glob("corpus/*/pot.md"):
        path.unlink()
    done = run(*arguments)
    assert done.exit_code == 0, done.stderr
    assert "7 gone" in done.stderr
    assert "  pot, riddle: " in done.stderr


def make_deck_of_a_newer_flashgen(path: Path) -> None:
    change_manifest(path, {"format": 99})


def make_deck_with_a_damaged_manifest(path: Path) -> None:
    change_manifest(path, {"pins": 7})


NO_BASE: dict[Callable[[Path], None], str] = {
    make_letter: "it is damaged, or no package at all",
    make_empty_file: "it is damaged, or no package at all",
    make_half_a_deck: "it is damaged, or no package at all",
    make_deck_of_another_pair: "it is a deck of ru → it, not of en → it",
    make_deck_of_somebody_else: "it was not made by flashgen",
    make_deck_of_a_newer_flashgen: "it was made by a newer flashgen",
    make_deck_with_a_damaged_manifest: "its flashgen.json is damaged",
}


@pytest.mark.parametrize("make", NO_BASE)
@pytest.mark.parametrize(
    "options",
    [("-o", "old.apkg"), ("-o", "new.apkg", "--previous", "old.apkg"), ("-o", "old.apkg", "--previous", "good.apkg")],
    ids=["replaced", "previous", "replaced beside previous"],
)
def test_a_file_that_is_no_base_is_refused_and_left_untouched(
    here: Path, make: Callable[[Path], None], options: tuple[str, ...]
) -> None:
    run("build", *bees(here, FIRST), "-o", "good.apkg")
    make(here / "old.apkg")
    before = {path: path.read_bytes() for path in here.glob("*.*")}
    result = run("build", *bees(here, SECOND), *options)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"error: old.apkg cannot be built upon: {NO_BASE[make]}")
    assert result.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in here.glob("*.*")} == before


@pytest.mark.parametrize("make", NO_BASE)
def test_a_fresh_build_replaces_any_file(here: Path, make: Callable[[Path], None]) -> None:
    make(here / "old.apkg")
    assert run("build", *bees(here, SECOND), "-o", "old.apkg", "--fresh").exit_code == 0
    assert "3 unchanged" in run("build", *bees(here, SECOND), "-o", "old.apkg").stderr


def test_a_fresh_build_does_not_replace_a_folder(here: Path) -> None:
    write(here / "output/en-it.apkg/letter", "Dear aunt")
    result = run("build", *bees(here, FIRST), "--fresh")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
    assert (here / "output/en-it.apkg/letter").read_text() == "Dear aunt"
    assert [path.name for path in (here / "output").iterdir()] == ["en-it.apkg"]


def test_one_article_can_be_built() -> None:
    said = run("build", *RU_IT, "--article", "compass", "--dry-run").stderr
    assert "1 article paired" in said


def test_several_articles_can_be_built() -> None:
    said = run("build", *RU_IT, "--article", "compass", "--article", "honey", "--dry-run").stderr
    assert "2 articles paired" in said


@pytest.mark.parametrize("name", ["Compass", "COMPASS", "компас", "Bussola", "wind turbine", "Wind_Turbine"])
def test_an_article_is_found_by_its_name_or_its_title_in_either_language(name: str) -> None:
    shown = run("show", name, *RU_IT)
    assert shown.exit_code == 0
    assert shown.stdout.startswith(("compass  ru", "wind-turbine  ru"))


def test_a_misspelt_title_is_met_with_the_nearest() -> None:
    result = run("show", "Bussolla", *RU_IT)
    assert (result.exit_code, result.stderr) == (1, "error: there is no article 'Bussolla'; did you mean 'Bussola'?\n")


def test_a_name_that_several_articles_have_is_no_guess(here: Path) -> None:
    for path in ("en/a/kettle.md", "it/a/kettle.md", "en/b/kettle.md", "it/b/kettle.md"):
        write(here / "twice" / path, kettle(path[:2], 3))
    result = run("show", "Kettle", "--from", "it", "--to", "en", "--corpus", "twice")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "several articles are called 'Kettle': name one of a/kettle, b/kettle" in result.stderr


def test_a_topic_chooses_articles_whatever_its_case() -> None:
    assert "4 articles paired" in run("build", *RU_IT, "--topic", "tEcHnology", "--dry-run").stderr


def test_a_topic_may_be_named_in_either_language(here: Path) -> None:
    for language, topic in (("en", "Kitchen"), ("it", "Cucina")):
        text = kettle(language, 2).replace("keywords: Kitchen", f"keywords: {topic}")
        write(here / f"named/{language}/kettle.md", text)
    for topic in ("kitchen", "cucina"):
        result = run("build", "--from", "en", "--to", "it", "--corpus", "named", "--topic", topic, "--dry-run")
        assert (result.exit_code, "1 article paired" in result.stderr) == (0, True)


def test_a_kind_chooses_facts() -> None:
    assert "11 notes, 11 cards: 11 faq\n" in run("build", *RU_IT, "--kind", "faq", "--dry-run").stderr


def test_several_kinds_can_be_built() -> None:
    said = run("build", *RU_IT, "--kind", "faq", "--kind", "term", "--dry-run").stderr
    assert "7 term, 11 faq\n" in said


def test_the_number_of_workers_does_not_change_the_package(here: Path) -> None:
    assert start("build", *RU_IT, "-q", "--jobs", "2", "-o", "two.apkg").returncode == 0
    run("build", *RU_IT, "-q", "--jobs", "1", "-o", "one.apkg")
    assert (here / "one.apkg").read_bytes() == (here / "two.apkg").read_bytes()
