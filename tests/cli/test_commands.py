"""The command line: words, exit codes, and which stream says what."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from flashgen import __version__
from flashgen.pipeline.remedies import CONFIRM
from tests.support.command_line import ARTICLES, LANGUAGES, RU_IT, run, start
from tests.support.small_corpora import kettle, write

pytestmark = pytest.mark.usefixtures("here")
COMMANDS = ("init", "build", "cache", "diff", "check", "show", "pairs", "preview", "stats", "export")


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
