"""The command line: words, exit codes, and which stream says what."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flashgen import __version__
from flashgen.anki.manifest import MEMBER
from flashgen.anki.note_types import NoteType
from flashgen.config import note_types
from flashgen.pipeline.remedies import CONFIRM
from tests.support.command_line import run

COMMANDS = ("init", "build", "cache", "diff", "check", "show", "pairs", "preview", "stats", "export")
RU_IT = ("--from", "ru", "--to", "it")
ARTICLES, LANGUAGES = 9, 6
"""Of the sample."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, without a configuration and without an output folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def start(*arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a process of its own."""
    command = (sys.executable, "-m", "flashgen", *arguments)
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False)


def read_counts(said: str) -> tuple[int, int]:
    """The notes and the cards that the summary of a build counts."""
    counts = re.search(r"^(\d+) notes, (\d+) cards: ", said, re.MULTILINE)
    assert counts, said
    return int(counts[1]), int(counts[2])


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def kettle(language: str, questions: int) -> str:
    """A short article; a FAQ of another length in the other version leaves facts without a partner."""
    english = language == "en"
    about = (
        "A kettle is a vessel with a lid and a spout in which people boil water for their tea."
        if english
        else "Il bollitore è un recipiente con coperchio e beccuccio in cui si fa bollire l'acqua per il tè."
    )
    ask = (
        ["Why does it whistle?", "How is it cleaned?", "What is it made of?"]
        if english
        else ["Perché fischia?", "Come si pulisce?", "Di che cosa è fatto?"]
    )
    reply = (
        ["Steam is pressed through a narrow opening.", "Vinegar dissolves the lime.", "Steel or copper."]
        if english
        else ["Il vapore passa per un'apertura stretta.", "L'aceto scioglie il calcare.", "Di acciaio o di rame."]
    )
    faq = "".join(f"### {q}\n{a}\n" for q, a in list(zip(ask, reply, strict=True))[:questions])
    title, heading = ("Kettle", "FAQ") if english else ("Bollitore", "Domande frequenti")
    return f"---\ntitle: {title}\ndescription: {about}\nkeywords: Kitchen\n---\n\n## {heading}\n{faq}"


@pytest.fixture
def uneven(here: Path) -> str:
    """A corpus in which one version has a question more: it builds, with a warning."""
    write(here / "uneven/en/kettle.md", kettle("en", 3))
    write(here / "uneven/it/kettle.md", kettle("it", 2))
    return "uneven"


@pytest.fixture
def torn(here: Path) -> Path:
    """Two corpus folders with files of one name, of which only the Italian one is damaged."""
    write(here / "en/kettle.md", kettle("en", 3))
    return write(here / "it/kettle.md", kettle("it", 3).replace("L'aceto scioglie il calcare.", "scioglie il"))


@pytest.mark.usefixtures("torn")
def test_of_several_corpus_folders_a_message_says_in_which_a_file_is() -> None:
    said = run("check", "--from", "en", "--to", "it", "--corpus", "en", "--corpus", "it", "--format", "json")
    problems = json.loads(said.stdout)["problems"]
    assert problems
    assert {problem["file"] for problem in problems} == {"it/kettle.md"}
    said = run("check", "--from", "en", "--to", "it", "--corpus", "en", "--corpus", "it", "-v")
    assert "it/kettle.md:" in said.output
    assert "en/kettle.md" not in said.output


def test_what_is_kept_of_a_file_names_the_folder_that_it_is_in_now(torn: Path, here: Path) -> None:
    arguments = ("check", "--from", "en", "--to", "it", "--corpus", "en", "--corpus")
    once = run(*arguments, "it").output
    torn.parent.rename(here / "italiano")
    assert run(*arguments, "italiano").output == once.replace("it/kettle.md", "italiano/kettle.md")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_explains_itself(command: str, option: str) -> None:
    result = run(command, option)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {command}")


def test_help_lists_every_command() -> None:
    assert all(f"  {command} " in run("--help").stdout for command in COMMANDS)


def test_the_version_is_told() -> None:
    assert run("--version").stdout == f"flashgen, version {__version__}\n"


def test_help_shows_the_whole_summary_of_every_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    _, listed = run("--help").stdout.split("\nCommands:\n")
    lines = listed.splitlines()
    assert [line.split()[0] for line in lines] == sorted(COMMANDS)
    assert all(line.endswith(".") and not line.endswith("...") and len(line) <= 80 for line in lines)


def modules_loaded_for(*arguments: str) -> set[str]:
    """The modules that a command loads after `import click`."""
    code = (
        "import sys, click; before = set(sys.modules); from flashgen.cli.commands import main; "
        "main(sys.argv[1:], standalone_mode=False); print(*set(sys.modules) - before)"
    )
    done = subprocess.run((sys.executable, "-c", code, *arguments), capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [("--help",), ("build", "--help"), ("stats", "--help")])
def test_help_loads_the_command_line_alone(arguments: tuple[str, ...]) -> None:
    """Every command starts with what the help loads, so this is what keeps all of them quick to answer."""
    loaded = modules_loaded_for(*arguments)
    libraries = {name.split(".")[0] for name in loaded} - sys.stdlib_module_names
    assert libraries <= {"flashgen", "click", "msgspec", "typing_extensions"}
    wings = {name.split(".")[1] for name in loaded if name.startswith("flashgen.")}
    assert wings <= {"cli", "errors", "record", "records", "scratch", "kinds"}
    assert loaded & {"importlib.metadata", "email", "json", "logging", "multiprocessing", "zipfile"} == set()


# arguments, exit code, what standard error must say
MISTAKES = {
    "no such language": (("build", "--from", "qqqq", "--to", "it"), 2, ("--from qqqq", "no such language")),
    "equal languages": (("build", "--from", "it", "--to", "it"), 2, ("two languages",)),
    "one language by two names": (("build", "--from", "it", "--to", "Italian"), 2, ("both it",)),
    "language missing": (
        ("build", "--from", "fi", "--to", "it"),
        1,
        ("--from fi", f"ar (Arabic): {ARTICLES}", f"it (Italian): {ARTICLES}"),
    ),
    "other language missing": (("build", "--from", "it", "--to", "fi"), 1, ("--to fi", f"ru (Russian): {ARTICLES}")),
    "corpus missing": (("build", *RU_IT, "--corpus", "nowhere"), 2, ("nowhere", "does not exist")),
    "article unknown": (("build", *RU_IT, "--article", "compas"), 1, ("'compas'", "did you mean 'compass'?")),
    "article like none": (("build", *RU_IT, "--article", "zzz"), 1, ("no article 'zzz'",)),
    "topic unknown": (("build", *RU_IT, "--topic", "Dragons"), 1, ("topic Dragons",)),
    "topic misspelt": (("build", *RU_IT, "--topic", "Natre"), 1, ("did you mean 'Nature'?",)),
    "tag misspelt": (("build", "--from", "ruu", "--to", "it"), 2, ("did you mean 'ru'?",)),
    "kind misspelt": (("build", *RU_IT, "--kind", "definitoin"), 2, ("no 'definitoin'; did you mean 'definition'?",)),
    "format unknown": (("check", "--format", "xml"), 2, ("no 'xml'; known are text, json, github, sarif",)),
    "code of a country": (("build", "--from", "dk", "--to", "it"), 2, ("--from dk", "did you mean 'da'?")),
    "other language mistyped": (
        ("build", "--from", "lt", "--to", "ru"),
        1,
        ("no article in Lithuanian; did you mean it",),
    ),
    "language misspelt": (("build", "--from", "ru", "--to", "germna"), 2, ("did you mean 'German'?",)),
    "kind unknown": (("build", *RU_IT, "--kind", "joke"), 2, ("joke", "definition", "faq")),
    "scheduler without dask": (
        ("build", *RU_IT, "--scheduler", "tcp://a:1"),
        2,
        ("--scheduler", "needs --engine dask"),
    ),
    "engine unknown": (("build", *RU_IT, "--engine", "ray"), 2, ("ray", "processes", "dask")),
    "jobs negative": (("build", *RU_IT, "--jobs", "-1"), 2, ("--jobs",)),
    "config missing": (("build", *RU_IT, "--config", "gone.yaml"), 2, ("gone.yaml", "does not exist")),
    "no language": (("build",), 2, ("--from", "pairs:")),
    "one language alone": (("build", "--from", "ru", "--from", "it"), 2, ("--from and --to go together",)),
    "one language several times": (("build", "--from", "it", "--from", "Italian", "--to", "it"), 2, ("both it",)),
    "several into one file": (("build", *RU_IT, "--reverse", "-o", "deck.apkg"), 2, ("deck.apkg/", "folder")),
    "no such command": (("bake",), 2, ("bake",)),
    "no such option": (("build", *RU_IT, "--fast"), 2, ("--fast",)),
    "show unknown": (("show", "compas", *RU_IT), 1, ("did you mean 'compass'?",)),
    "show without slug": (("show", *RU_IT), 2, ("SLUG",)),
    "show equal languages": (("show", "compass", "--from", "ru", "--to", "ru"), 2, ("two languages",)),
    "fresh and previous": (("build", *RU_IT, "--fresh", "--previous", "a.apkg"), 2, ("--fresh", "--previous")),
    "previous missing": (("build", *RU_IT, "--previous", "gone.apkg"), 2, ("gone.apkg does not exist",)),
    "previous is a folder": (("build", *RU_IT, "--previous", "."), 2, ("no package in this folder",)),
    "retire in another way": (("build", *RU_IT, "--retire", "burn"), 2, ("burn", "known are report, tag")),
    "diff of nothing": (("diff", "gone.apkg", "new.apkg"), 2, ("gone.apkg does not exist",)),
    "diff of one": (("diff", "gone.apkg"), 2, ("NEW",)),
    "check one language": (("check", "--from", "ru"), 2, ("--from and --to go together",)),
    "check language missing": (("check", "--from", "fi", "--to", "it"), 1, ("fi", f"it (Italian): {ARTICLES}")),
    "check corpus missing": (("check", "--corpus", "nowhere"), 2, ("nowhere",)),
    "pairs corpus missing": (("pairs", "--corpus", "nowhere"), 2, ("nowhere",)),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_has_its_exit_code_and_its_words(name: str, here: Path) -> None:
    arguments, code, words = MISTAKES[name]
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert all(word in result.stderr for word in words), result.stderr
    assert list(here.iterdir()) == []


def test_no_article_in_both_languages_is_told(here: Path) -> None:
    write(here / "mixed/en/kettle.md", kettle("en", 2))
    write(here / "mixed/it/teapot.md", kettle("it", 2))
    result = run("build", "--from", "it", "--to", "en", "--corpus", "mixed")
    assert result.exit_code == 1
    assert "no article exists in both it and en" in result.stderr
    assert "'it/teapot.md' and 'en/kettle.md'" in result.stderr
    assert "`layout`" in result.stderr


def test_an_article_in_one_language_only_is_told(here: Path) -> None:
    for name in ("en/kettle", "it/kettle", "en/teapot"):
        write(here / f"mixed/{name}.md", kettle(name[:2], 2))
    result = run("build", "--from", "it", "--to", "en", "--corpus", "mixed", "--article", "teapot")
    assert result.exit_code == 1
    assert "'teapot' exists in en only" in result.stderr


def test_a_file_is_no_corpus(here: Path) -> None:
    write(here / "kettle.md", kettle("en", 2))
    result = run("build", *RU_IT, "--corpus", "kettle.md")
    assert result.exit_code == 2
    assert "kettle.md is a file" in result.stderr


def test_a_corpus_without_documents_is_told(here: Path) -> None:
    (here / "empty").mkdir()
    result = run("check", "--corpus", "empty")
    assert result.exit_code == 1
    assert "no documents" in result.stderr


def test_every_mistake_in_the_configuration_is_shown_in_its_place(here: Path) -> None:
    write(here / "own/flashgen.yaml", "kinds:\n  definition: maybe\n  trem: true\n")
    result = run("build", *RU_IT, "--config", "own")
    assert result.exit_code == 1
    assert "flashgen.yaml:2: column 3: kinds.definition" in result.stderr
    assert "flashgen.yaml:3: column 3: 'trem' is not known here; did you mean 'term'?" in result.stderr
    assert "      trem: true\n      ^\n" in result.stderr


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("deck: x\ntags: [a, b\nkinds: {}\n", "flashgen.yaml:3: column"),
        ("deck: &d x\ntags: [*d]\n", "flashgen.yaml:2: column 8"),
        ("deck: one\ndeck: two\n", "flashgen.yaml:2: column 1"),
        ("- just\n- a list\n", "flashgen.yaml:1: column 1"),
        ("colour: teal\n", "flashgen.yaml:1: column 1"),
    ],
)
def test_broken_yaml_is_pointed_at(here: Path, text: str, place: str) -> None:
    file = write(here / "own/flashgen.yaml", text)
    result = run("build", *RU_IT, "--config", str(file))
    assert result.exit_code == 1
    assert place in result.stderr
    assert result.stderr.rstrip().endswith("^")


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


def bees(here: Path, bullets: dict[str, str], folder: str = "bees") -> tuple[str, ...]:
    """A corpus whose one article has these bullets (English: Italian), and the options that build it."""
    for tag, heading, listed in (("en", "Uses", bullets.keys()), ("it", "Usi", bullets.values())):
        write(here / folder / tag / "bee.md", f"# {tag}\n\n## {heading}\n\n" + "".join(f"- {one}\n" for one in listed))
    return ("--from", "en", "--to", "it", "--corpus", folder)


FIRST = {
    "Bees carry pollen from flower to flower.": "Le api portano il polline di fiore in fiore.",
    "Wax serves for candles and polish.": "La cera serve per candele e lucido.",
    "One queen lays all the eggs.": "Una sola regina depone tutte le uova.",
}
SECOND = {
    "Bees carry much pollen from flower to flower.": "Le api portano molto polline di fiore in fiore.",
    "One queen lays all the eggs.": "Una sola regina depone tutte le uova.",
    "Smoke calms a colony.": "Il fumo calma la colonia.",
}


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


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
@pytest.mark.parametrize("alone", [(), ("--config", "config")])
def test_a_broken_configuration_is_told_in_the_form_that_was_asked_for(
    here: Path, form: str, alone: tuple[str, ...]
) -> None:
    write(here / "config/flashgen.yaml", "deck: Tides\nspeeling: x\n")
    done = run("check", "--format", form, *alone)
    assert done.exit_code == 1
    assert "config/flashgen.yaml" in done.stdout
    assert "speeling" in done.stdout
    if form == "json":
        (problem,) = json.loads(done.stdout)["problems"]
        assert (problem["severity"], problem["file"], problem["line"]) == ("error", "config/flashgen.yaml", 2)


def test_a_configuration_in_order_is_told_in_the_form_that_was_asked_for(here: Path) -> None:
    write(here / "config/flashgen.yaml", "limits: {answer: 200}\n")
    assert json.loads(run("check", "--config", "config", "--format", "json").stdout)["problems"] == []


def test_a_configuration_that_is_not_there_is_told_with_one_of_a_like_name(here: Path) -> None:
    write(here / "config/flashgen.yaml", "limits: {answer: 200}\n")
    assert "the configuration confg does not exist; did you mean 'config'?" in run("check", "--config", "confg").stderr


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
    make_deck_of_another_pair(here / "old.apkg")
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


def test_a_table_of_words_that_both_versions_hold_is_not_told_as_unread(here: Path) -> None:
    words = "\n## 1\n\n| n | English | italiano |\n|---|---|---|\n| 1 | kettle | bollitore |\n| 2 | water | acqua |\n"
    for language in ("en", "it"):
        write(here / f"words/{language}/kettle.md", kettle(language, 2) + words)
    both = ("--from", "en", "--to", "it", "--corpus", "words")
    assert "a table" not in run("show", "kettle", *both).output
    assert "a table" not in run("check", "-v", *both).output
    write(here / "words/it/kettle.md", kettle("it", 2))
    assert (
        "en/kettle.md:15: a table, unless the other version has the same: not read" in run("check", "-v", *both).output
    )


def test_a_kind_chooses_facts() -> None:
    assert "11 notes, 11 cards: 11 faq\n" in run("build", *RU_IT, "--kind", "faq", "--dry-run").stderr


def test_several_kinds_can_be_built() -> None:
    said = run("build", *RU_IT, "--kind", "faq", "--kind", "term", "--dry-run").stderr
    assert "7 term, 11 faq\n" in said


def test_the_number_of_workers_does_not_change_the_package(here: Path) -> None:
    assert start("build", *RU_IT, "-q", "--jobs", "2", "-o", "two.apkg").returncode == 0
    run("build", *RU_IT, "-q", "--jobs", "1", "-o", "one.apkg")
    assert (here / "one.apkg").read_bytes() == (here / "two.apkg").read_bytes()


def test_show_sets_both_sides_beside_their_places() -> None:
    result = run("show", "compass", *RU_IT)
    lines = result.stdout.splitlines()
    assert lines[0].startswith("compass  ru → it: ")
    assert "  ru  Texts/Russian/compass.md:4" in lines
    assert "  it  Texts/Italian/compass.md:4" in lines


def test_show_says_what_is_withheld_and_why(uneven: str) -> None:
    shown = run("show", "kettle", "--from", "it", "--to", "en", "--corpus", uneven).stdout
    assert shown.startswith("kettle  it → en: 1 paired, 3 withheld")
    assert re.search(r"^\[\d\] faq  [0-9.]+% sure  WITHHELD: in doubt: ", shown, re.MULTILINE)
    assert "] faq  WITHHELD: nothing in it says the same" in shown


def test_show_says_how_sure_each_pair_is() -> None:
    beads = re.findall(r"^\[\d+\] (\w+)  ([0-9.]+)% sure$", run("show", "compass", *RU_IT).stdout, re.MULTILINE)
    held = json.loads(run("show", "compass", *RU_IT, "--json").stdout)["beads"]
    assert [kind for kind, _ in beads] == [bead["kind"] for bead in held if bead["paired"]]
    assert all(96 <= float(sure) <= 100 for _, sure in beads)


def test_the_package_and_its_preview_tell_what_was_withheld(uneven: str, here: Path) -> None:
    build = ("build", "--from", "it", "--to", "en", "--corpus", uneven, "-q", "-o")
    run(*build, "one.apkg")
    run(*build, "two.apkg")
    assert (here / "one.apkg").read_bytes() == (here / "two.apkg").read_bytes()
    with zipfile.ZipFile(here / "one.apkg") as archive:
        withheld = json.loads(archive.read("flashgen.json"))["withheld"]
    shown = json.loads(run("show", "kettle", "--from", "it", "--to", "en", "--corpus", uneven, "--json").stdout)
    beads = [bead for bead in shown["beads"] if not bead["paired"]]
    assert [(fact["article"], fact["kind"]) for fact in withheld] == [("kettle", bead["kind"]) for bead in beads]
    assert [fact["reason"].split(":")[0] for fact in withheld] == [
        "in doubt", "in doubt", "no partner in the other version",
    ]  # fmt: skip
    for side in ("native", "target"):
        assert [fact[side] for fact in withheld] == [bead[side]["answer"] if bead[side] else "" for bead in beads]
    run("preview", "one.apkg")
    assert withheld[0]["reason"] in (here / "one.html").read_text(encoding="utf-8")


def test_show_prints_json() -> None:
    shown = json.loads(run("show", "compass", *RU_IT, "--json").stdout)
    assert (shown["article"], shown["native"], shown["target"]) == ("compass", "ru", "it")
    first = shown["beads"][0]
    assert (first["kind"], first["paired"], first["reason"]) == ("definition", True, "")
    assert first["target"]["file"] == "Texts/Italian/compass.md"
    assert isinstance(first["target"]["line"], int)


def test_json_names_the_reason_and_the_missing_side(uneven: str) -> None:
    shown = json.loads(run("show", "kettle", "--from", "it", "--to", "en", "--corpus", uneven, "--json").stdout)
    withheld = [bead for bead in shown["beads"] if not bead["paired"]]
    assert len(withheld) == 3
    assert all(bead["reason"] for bead in withheld)
    assert [bead["native"] for bead in withheld].count(None) == 1


def test_pairs_shows_languages_and_what_they_share(here: Path) -> None:
    for name in ("en/kettle", "it/kettle", "en/teapot"):
        write(here / f"mixed/{name}.md", kettle(name[:2], 2))
    result = run("pairs", "--corpus", "mixed")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["en", "it"] in rows
    assert ["en", "2", "1", "English"] in rows
    assert ["it", "1", "1", "Italian"] in rows


def test_check_of_the_sample_is_clean() -> None:
    result = run("check", "--strict")
    documents = ARTICLES * LANGUAGES
    assert (result.exit_code, result.stdout) == (0, f"{documents} documents: 0 errors, 0 warnings, 0 repairs\n")


def test_check_with_two_languages_reads_only_those() -> None:
    assert run("check", *RU_IT, "--strict").stdout.startswith(f"{ARTICLES * 2} documents: 0 errors")


def test_check_with_two_languages_lists_what_makes_no_note(uneven: str) -> None:
    result = run("check", "--from", "it", "--to", "en", "--corpus", uneven)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "en/kettle.md:8: faq makes no note" in result.stdout
    assert result.stdout.endswith(
        "2 documents: 0 errors, 3 warnings, 0 repairs\n"
        "no term note: 1 × no other article links to it in both languages\n"
        f"{CONFIRM}\n"
    )


def test_check_tells_programs_what_it_tells_people(uneven: str) -> None:
    asked = ("check", "--from", "it", "--to", "en", "--corpus", uneven)
    problems = json.loads(run(*asked, "--format", "json").stdout)["problems"]
    assert ("uneven/en/kettle.md", 8, "warning") in {(p["file"], p["line"], p["severity"]) for p in problems}
    assert all(problem["rule"] and problem["remedy"] for problem in problems)
    lines = run(*asked, "--format", "github").stdout.splitlines()
    assert len(lines) == len(problems)
    assert all(line.startswith("::warning file=uneven/") for line in lines)
    assert len(json.loads(run(*asked, "--format", "sarif").stdout)["runs"][0]["results"]) == len(problems)


def test_a_pair_in_doubt_that_is_confirmed_makes_a_note(uneven: str) -> None:
    languages = ("--from", "it", "--to", "en", "--corpus", uneven)
    shown = json.loads(run("show", "kettle", *languages, "--json").stdout)["beads"]
    doubted = next(bead for bead in shown if bead["reason"].startswith("in doubt"))
    assert run("show", "kettle", *languages, "--confirm", str(doubted["number"])).stdout == f"{uneven}/pairs.yaml\n"
    confirmed = json.loads(run("show", "kettle", *languages, "--json").stdout)["beads"]
    assert [bead["paired"] for bead in confirmed if bead["target"] == doubted["target"]] == [True]
    listed = run("check", "--from", "it", "--to", "en", "--corpus", uneven, "-v").stdout
    assert "kettle: no term note: no other article links to it in both languages\n" in listed


def test_one_document_is_counted_in_the_singular(here: Path) -> None:
    write(here / "lonely/en/kettle.md", kettle("en", 2))
    assert run("check", "--corpus", "lonely").stdout == "1 document: 0 errors, 0 warnings, 0 repairs\n"
    assert run("pairs", "--corpus", "lonely").stdout.startswith("1 article in 1 language; a cell is how many both have")


def test_pairs_counts_what_is_no_article_and_lists_what_could_not_be_placed(here: Path) -> None:
    for path in ("en/kettle.md", "it/kettle.md"):
        write(here / "site" / path, kettle(path[:2], 3))
    write(here / "site" / "README.md", "# Site\n\nAbout this site.\n")
    assert run("pairs", "--corpus", "site").stderr == "1 file left out, which is no article (check -v lists them)\n"
    write(here / "site" / "x" / "note.md", "# Note\n\nToo short.\n")
    (about, count) = run("pairs", "--corpus", "site").stderr.splitlines()
    assert about.startswith("warning: x/note.md: its path names no language, and its text is too short to tell one by")
    assert count.startswith("1 file left out")


def test_pairs_lists_the_articles_that_lack_a_language(here: Path) -> None:
    for path in ("en/kettle.md", "it/kettle.md", "en/teapot.md"):
        write(here / "uneven" / path, kettle(path[:2], 3))
    assert run("pairs", "--corpus", "uneven", "--missing", "Italian").stdout == "teapot: no it; has en\n"
    assert run("pairs", "--corpus", "uneven", "--missing", "all").stdout == "teapot: no it; has en\n"
    assert json.loads(run("pairs", "--corpus", "uneven", "--json").stdout)["articles"]["teapot"]["missing"] == ["it"]


def test_check_of_a_configuration_reads_no_article(here: Path) -> None:
    assert run("init", "deck", "--all").exit_code == 0
    result = run("check", "--config", "deck/config")
    assert result.exit_code == 0
    assert result.stdout.startswith("configuration and templates are in order: 10 note types, 17 card types")
    assert result.stdout.endswith("no article was read\n")


def test_check_of_a_configuration_lists_mistakes_of_settings_and_templates_at_once(here: Path) -> None:
    write(here / "deck/config/flashgen.yaml", "dekc: x\n")
    write(here / "deck/card_templates/faq/question.back.html", "{{TargetAnser}}")
    result = run("check", "--config", "deck/config")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "did you mean 'deck'?" in result.stderr
    assert "did you mean 'TargetAnswer'?" in result.stderr


def test_init_writes_here_by_default_and_never_twice(here: Path) -> None:
    assert run("init").exit_code == 0
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    again = run("init")
    assert again.exit_code == 0
    assert again.stdout.startswith("wrote 0 files; kept 6 files that stood there already")
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


def test_check_is_strict_on_request(uneven: str) -> None:
    assert run("check", "--from", "it", "--to", "en", "--corpus", uneven, "--strict").exit_code == 1


def test_check_writes_nothing(here: Path) -> None:
    run("check", *RU_IT)
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("command", [("check",), ("build", "--dry-run")])
def test_a_corpus_that_is_damaged_throughout_gets_twenty_lines_and_a_count(
    here: Path, command: tuple[str, ...]
) -> None:
    for number in range(30):
        write(here / f"torn/en/page{number}.md", "---\ntitle: [Torn\n---\n\n")
        write(here / f"torn/it/page{number}.md", "---\ntitle: [Torn\n---\n\n")
    for language in ("en", "it"):
        write(here / f"torn/{language}/kettle.md", kettle(language, 2))
    result = run(*command, "--from", "it", "--to", "en", "--corpus", "torn")
    assert sum("page" in line for line in result.output.splitlines()) == 21
    assert "problems more (-v lists all); most are in " in result.output


def test_two_versions_in_one_language_are_a_warning_that_names_both(here: Path) -> None:
    for name in ("en/kettle.md", "en/kettle.markdown", "it/kettle.md"):
        write(here / "double" / name, kettle(name[:2], 2))
    result = run("check", "--strict", "--corpus", "double")
    assert result.exit_code == 1
    assert "en/kettle.md" in result.stdout
    assert "en/kettle.markdown" in result.stdout


@pytest.mark.parametrize(("arguments", "code"), [((), 0), (("--from", "fi"), 1), (("--from", "qqqq"), 2)])
def test_the_process_ends_with_the_exit_code(arguments: tuple[str, ...], code: int) -> None:
    done = start("build", "--from", "ru", "--to", "it", "--dry-run", *arguments)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


def test_a_name_that_is_no_text_brings_no_traceback() -> None:
    done = start("build", *RU_IT, "-q", "-o", b"deck-\xff.apkg")
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_a_narrow_encoding_of_standard_output_brings_no_traceback() -> None:
    """As on Windows, where a redirected standard output is in cp1252."""
    done = start("show", "compass", *RU_IT, PYTHONIOENCODING="cp1252")
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0


def on_a_terminal(*arguments: str, **environment: str) -> bytes:
    """What a command says when standard error is a terminal."""
    terminal, end = pty.openpty()
    command = (sys.executable, "-m", "flashgen", *arguments)
    inherited = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=end, env={**inherited, **environment}, check=False)
    said = os.read(terminal, 10_000)
    os.close(terminal)
    os.close(end)
    return said


def test_messages_are_coloured_on_a_terminal() -> None:
    assert b"\x1b[" in on_a_terminal("build", "--from", "qqqq", "--to", "it")


def test_no_color_is_honoured() -> None:
    assert b"\x1b[" not in on_a_terminal("build", "--from", "qqqq", "--to", "it", NO_COLOR="1")


def test_messages_are_plain_in_a_pipe() -> None:
    assert b"\x1b[" not in start("build", "--from", "qqqq", "--to", "it").stderr


def test_an_entry_of_pairs_yaml_that_speaks_of_nothing_any_more_is_told_once_for_all_pairs(here: Path) -> None:
    """One whose article is misspelt and one whose text is; not those for another language, and of the titles."""
    for path in ("en/kettle.md", "it/kettle.md"):
        write(here / "corpus" / path, kettle(path[:2], 3))
    entries = (
        ("ketle", {"en": "Vinegar dissolves the lime.", "it": "L'aceto scioglie il calcare."}),
        ("kettle", {"en": "Vinegar dissolved the lime.", "it": "L'aceto scioglie il calcare."}),
        ("kettle", {"en": "Vinegar dissolves the lime.", "de": "Essig löst den Kalk."}),
        ("kettle", {"en": "Kettle", "it": "Bollitore"}),
    )
    pairs = [{"article": article, "same": False, "texts": texts} for article, texts in entries]
    write(here / "corpus/pairs.yaml", json.dumps({"pairs": pairs}, indent=1))
    write(here / "config/flashgen.yaml", "pairs: [en-it, it-en]\n")
    done = run("check", "--corpus", "corpus", "--strict", "--format", "json")
    told = [one for one in json.loads(done.stdout)["problems"] if "no effect" in one["message"]]
    assert [(one["file"], one["line"], one["message"]) for one in told] == [
        ("corpus/pairs.yaml", 3,
         "there is no article 'ketle', so that this entry has no effect; did you mean 'kettle'?"),
        ("corpus/pairs.yaml", 11,
         "'kettle' has not both of these texts, so that this entry has no effect; correct or remove it"),
    ]  # fmt: skip
    assert done.exit_code == 1
