"""The steps of the action, run against a bare repository and a folder that stands for releases."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.action.corpus import first_articles
from tests.action.publisher import Publisher
from tests.support.warm_flashgen import warm_flashgen


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Publisher]:
    """A publisher who has released once."""
    with tempfile.TemporaryDirectory() as short, warm_flashgen(Path(short)) as command:
        publisher = Publisher(tmp_path_factory.mktemp("publisher"), first_articles(), flashgen=command)
        publisher.edit("First articles")
        publisher.release()
        yield publisher


@pytest.fixture
def machine(published: Publisher, tmp_path: Path) -> Path:
    """A fresh checkout."""
    published.git(tmp_path, "clone", "--quiet", str(published.folder / "corpus.git"), "machine")
    return tmp_path / "machine"


def test_a_release_holds_package_page_and_exports(published: Publisher) -> None:
    held = {path.name for path in (published.releases / "v1").iterdir()}
    assert held == {"en-it.apkg", "en-it.html", "en-it.tsv"}


def test_a_deck_without_terms_is_published_without_a_term_base(published: Publisher, machine: Path) -> None:
    (machine / "config").mkdir()
    (machine / "config" / "flashgen.yaml").write_text("kinds: {definition: false}\n", encoding="utf-8")
    done = published.step(machine, "build", EXPORTS="csv tbx jsonl")
    assert done.returncode == 0, done.stderr
    assert "holds no terms" in done.stderr
    exports = {path.name for path in (machine / "output").iterdir()} - {"en-it.apkg", "en-it.html"}
    assert exports == {"en-it.csv", "en-it.jsonl"}


@pytest.mark.parametrize(("release", "is_public"), [("v2", True), ("", False)])
def test_reviewers_are_shown_more_than_visitors_of_a_release(
    published: Publisher, machine: Path, release: str, is_public: bool
) -> None:
    assert published.step(machine, "build", RELEASE=release).returncode == 0
    page = (machine / "output" / "en-it.html").read_text(encoding="utf-8")
    assert ('"proofread":false' in page) == is_public
    assert ('"proofread":true' in page) != is_public


def test_a_pull_request_is_shown_what_learners_will_see(published: Publisher, machine: Path) -> None:
    path = machine / "articles" / "it" / "lantern.md"
    path.write_text(path.read_text(encoding="utf-8").replace("un anello per", "un anello con cui"), encoding="utf-8")
    for step in ("previous", "build"):
        assert published.step(machine, step).returncode == 0
    said = (machine / "difference.md").read_text(encoding="utf-8")
    assert said.startswith("### en-it\n")
    assert "    changed: lantern, purpose" in said
    assert "{+con cui+}" in said
    assert sorted(path.name for path in published.releases.iterdir()) == ["v1"]


def test_a_pull_request_is_shown_what_it_leaves_without_a_note(published: Publisher, machine: Path) -> None:
    with (machine / "articles" / "it" / "lantern.md").open("a", encoding="utf-8") as article:
        article.write("- un gancio di ferro\n")
    for step in ("previous", "build"):
        assert published.step(machine, step).returncode == 0
    said = (machine / "difference.md").read_text(encoding="utf-8")
    assert "    withheld: lantern, purpose\n        it: un gancio di ferro\n        because: " in said
    assert "    1 fact withheld that the older edition did not withhold\n" in said


def test_a_long_difference_is_cut_and_its_counts_are_kept(published: Publisher, machine: Path) -> None:
    for number in range(12):
        for language, text in (("en", f"a part with the code X{number}"), ("it", f"una parte con il codice X{number}")):
            path = machine / "articles" / language / "lantern.md"
            path.write_text(path.read_text(encoding="utf-8") + f"- {text}, and Y{number}\n", encoding="utf-8")
    for number in range(12):
        for language, title in (("en", "Lamp"), ("it", "Lampada")):
            text = (
                f"---\ntitle: {title} A{number}\ndescription: {title} A{number} is {number}, B{number}.\n---\n\nText.\n"
            )
            (machine / "articles" / language / f"lamp-{number}.md").write_text(text, encoding="utf-8")
    assert published.step(machine, "previous").returncode == 0
    built = published.step(machine, "build")
    assert built.returncode == 0, built.stderr
    lines = (machine / "difference.md").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("    new: ") for line in lines) == 20
    assert any(line.startswith("    ... and ") for line in lines)
    assert lines[-2].strip()


def test_a_release_without_packages_is_not_continued_by_a_new_deck(
    published: Publisher, machine: Path, tmp_path: Path
) -> None:
    (tmp_path / "releases" / "v7").mkdir(parents=True)
    done = published.step(machine, "previous", RELEASES=str(tmp_path / "releases"))
    assert done.returncode == 1
    assert "holds no packages" in done.stderr


def test_without_pairs_those_of_the_configuration_are_built(published: Publisher, machine: Path) -> None:
    (machine / "config").mkdir()
    (machine / "config" / "flashgen.yaml").write_text("pairs: all\n", encoding="utf-8")
    for step in ("previous", "check", "build"):
        done = published.step(machine, step, PAIRS="")
        assert done.returncode == 0, done.stdout + done.stderr
    assert {path.name for path in (machine / "output").glob("*.apkg")} == {"en-it.apkg", "it-en.apkg"}
    assert {path.name for path in (machine / "output").glob("*.html")} == {"en-it.html", "it-en.html", "index.html"}
    said = (machine / "difference.md").read_text(encoding="utf-8")
    assert "### en-it\n\n    0 new, 0 changed" in said
    assert "### it-en\n\nA first release" in said


@pytest.mark.parametrize(("content", "message"), [("broken", "damaged"), ("other", "not of en → it")])
def test_what_cannot_be_continued_stops_the_build_and_changes_nothing(
    published: Publisher, machine: Path, content: str, message: str
) -> None:
    previous = machine / "previous"
    previous.mkdir()
    if content == "broken":
        (previous / "en-it.apkg").write_bytes(b"PK\x03\x04 and no more")
    else:
        assert published.step(machine, "build", PAIRS="it-en").returncode == 0
        shutil.move(machine / "output" / "it-en.apkg", previous / "en-it.apkg")
    done = published.step(machine, "build")
    assert done.returncode == 1
    assert message in done.stderr
    assert not (machine / "output" / "en-it.apkg").exists()


def test_a_release_is_never_replaced(published: Publisher, machine: Path) -> None:
    assert published.step(machine, "build").returncode == 0
    before = (published.releases / "v1" / "en-it.apkg").read_bytes()
    done = published.step(machine, "release", "v1")
    assert done.returncode == 1
    assert "is there already, and was left as it is" in done.stderr
    assert (published.releases / "v1" / "en-it.apkg").read_bytes() == before


@pytest.mark.parametrize(("pairs", "message"), [("it", "names one language"), ("pt-BR-it", "parted in two ways")])
def test_pairs_that_say_nothing_clear_are_refused(
    published: Publisher, machine: Path, pairs: str, message: str
) -> None:
    done = published.step(machine, "build", PAIRS=pairs)
    assert done.returncode == 1
    assert message in done.stderr
