"""Several language pairs of one corpus: each document is read once, and each package is that of a build by itself."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from flashgen.cache.store import Store
from flashgen.config.bundled import bundled
from flashgen.config.load import Config, load_config
from flashgen.corpus.documents import Corpus
from flashgen.corpus.link_targets import Resolve
from flashgen.pipeline import versions
from flashgen.pipeline.batch import Failure, build_all, choose_pairs, opposites_together, shared_articles
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.clock import Clock
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.jobs import Request
from flashgen.pipeline.report import Report
from flashgen.pipeline.sources import read_sources
from flashgen.pipeline.versions import ReadingSettings, ReadVersion
from flashgen.records.documents import Document

LANGUAGES = ("Danish", "Italian", "Russian")
PAIRS = [("da", "it"), ("it", "da"), ("da", "ru"), ("ru", "da"), ("it", "ru"), ("ru", "it")]
AT_NOON = Surroundings(Clock(fixed=1_750_000_000))


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of three articles in three languages."""
    folder: Path = tmp_path_factory.mktemp("texts")
    for name in LANGUAGES:
        (folder / name).mkdir()
        for article in ("compass.md", "honey.md", "tide.md"):
            shutil.copy(bundled("sample") / "Texts" / name / article, folder / name / article)
    return folder


@pytest.fixture
def config() -> Config:
    return load_config(bundled("config"))


def build_every(texts: Path, output: Path, config: Config, jobs: int) -> list[Report | Failure]:
    orders = [(Request(*pair, (texts,), jobs=jobs), Destination(output / f"{'-'.join(pair)}.apkg")) for pair in PAIRS]
    return list(build_all(orders, config, AT_NOON, read_sources((texts,), config, Store(output / "store"))))


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_document_is_read_once_for_all_pairs(
    texts: Path, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    noted = tmp_path / "read"
    read = versions.read_version

    def read_and_note(document: Document, data: bytes, settings: ReadingSettings, resolve: Resolve) -> ReadVersion:
        with noted.open("a") as stream:  # workers are other processes
            stream.write(f"{document.name}\n")
        return read(document, data, settings, resolve)

    monkeypatch.setattr(versions, "read_version", read_and_note)
    outcomes = build_every(texts, tmp_path, config, jobs)
    assert all(isinstance(outcome, Report) for outcome in outcomes)
    times = Counter(noted.read_text().splitlines())
    assert len(times) == len(list(texts.rglob("*.md")))
    assert set(times.values()) == {1}


def test_a_package_of_a_batch_is_that_of_a_build_by_itself(texts: Path, config: Config, tmp_path: Path) -> None:
    build_every(texts, tmp_path, config, 1)
    for native, target in PAIRS:
        alone = tmp_path / "alone.apkg"
        build(Request(native, target, (texts,), jobs=1), config, Destination(alone, fresh=True), AT_NOON)
        assert (tmp_path / f"{native}-{target}.apkg").read_bytes() == alone.read_bytes()


def test_a_pair_that_cannot_be_built_costs_itself_alone(texts: Path, config: Config, tmp_path: Path) -> None:
    letter = tmp_path / "da-it.apkg"
    letter.write_text("Dear aunt")
    failure, *others = build_every(texts, tmp_path, config, 1)
    assert isinstance(failure, Failure)
    (problem,) = failure.told
    assert problem.message.startswith("da → it: ")
    assert "cannot be built upon" in problem.message
    assert letter.read_text() == "Dear aunt"
    assert all(isinstance(outcome, Report) and outcome.is_written for outcome in others)


def test_a_package_that_holds_the_same_is_not_written_again(texts: Path, config: Config, tmp_path: Path) -> None:
    build_every(texts, tmp_path, config, 1)
    before = [(path, path.stat().st_mtime_ns, path.stat().st_ino) for path in sorted(tmp_path.glob("*.apkg"))]
    outcomes = build_every(texts, tmp_path, config, 1)
    assert not any(isinstance(outcome, Report) and outcome.is_written for outcome in outcomes)
    assert [(path, path.stat().st_mtime_ns, path.stat().st_ino) for path in sorted(tmp_path.glob("*.apkg"))] == before


def corpus(**articles: str) -> Corpus:
    """Articles by their languages."""
    return Corpus(
        {slug: {tag: Document(slug, slug, slug, tag) for tag in tags.split()} for slug, tags in articles.items()}
    )


BEES = corpus(honey="da it ru", wax="da it", hive="fi")


def test_articles_are_counted_by_ordered_pair() -> None:
    counts = shared_articles(BEES)
    assert counts["da", "it"] == counts["it", "da"] == 2
    assert counts["ru", "it"] == 1
    assert not any("fi" in pair for pair in counts)


def test_all_is_every_language_that_has_an_article_in_common() -> None:
    assert set(choose_pairs(["all"], ["all"], BEES)) == set(PAIRS)
    assert set(choose_pairs(["it"], ["all"], BEES)) == {("it", "da"), ("it", "ru")}


def test_a_language_that_is_named_is_asked_for_whatever_there_is() -> None:
    assert choose_pairs(["fi", "it"], ["it"], BEES) == [("fi", "it")]


def test_opposite_pairs_follow_each_other_and_none_comes_twice() -> None:
    pairs = [("a", "b"), ("a", "c"), ("b", "a"), ("a", "b"), ("c", "a")]
    assert opposites_together(pairs) == [("a", "b"), ("b", "a"), ("a", "c"), ("c", "a")]
