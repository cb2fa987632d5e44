"""Builds on clusters of separate processes, as a scheduler leads them on several machines."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import dask
import pytest
from distributed import Client, LocalCluster

from flashgen.config.load import load_config
from flashgen.errors import FlashgenError
from flashgen.pipeline.bitexts import Outcome
from flashgen.pipeline.build import Surroundings, build
from flashgen.pipeline.clock import Clock
from flashgen.pipeline.dask_engine import open_cluster
from flashgen.pipeline.destination import Destination
from flashgen.pipeline.engines import Engine
from flashgen.pipeline.jobs import Request

ARTICLES = 48
"""Three chunks, so that work is left where a worker is lost."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("mills")
    for language, words in {"it": ("mulino ha", "una ruota"), "en": ("mill has", "a wheel")}.items():
        (folder / language).mkdir()
        for number in range(ARTICLES):
            text = (
                f"# {words[0]} {number}\n\n{words[0].capitalize()}:\n\n- {words[1]} {number}\n- {words[1]} 7{number}\n"
            )
            (folder / language / f"m{number}.md").write_text(text, encoding="utf-8")
    return folder


def led(workers: int) -> LocalCluster:
    """A scheduler and processes that work for it, which know nothing of the build."""
    return LocalCluster(n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    with dask.config.set(temporary_directory=tmp_path_factory.mktemp("scratch")), led(2) as found:
        yield found


def built(
    corpus: Path, output: Path, engine: Engine | None = None,
    progress: Callable[[Iterable[Outcome], int], Iterable[Outcome]] = lambda outcomes, _: outcomes,
) -> bytes:  # fmt: skip
    """The package of a corpus."""
    surroundings = Surroundings(Clock(fixed=1_700_000_000), progress, engine=engine)
    build(Request("en", "it", (corpus,), jobs=1), load_config(None), Destination(output, fresh=True), surroundings)
    return output.read_bytes()


def test_a_cluster_makes_the_same_package_as_one_process(corpus: Path, cluster: LocalCluster, tmp_path: Path) -> None:
    expected = built(corpus, tmp_path / "alone.apkg")
    with open_cluster(cluster.scheduler_address, 0, [corpus]) as engine:
        assert built(corpus, tmp_path / "cluster.apkg", engine) == expected
    with open_cluster("", 1, [corpus]) as engine:
        assert built(corpus, tmp_path / "own.apkg", engine) == expected


def test_a_worker_that_is_killed_costs_nothing_but_its_time(
    corpus: Path, cluster: LocalCluster, tmp_path: Path
) -> None:
    killed: list[int] = []

    def kill_one_in_between(outcomes: Iterable[Outcome], _: int) -> Iterator[Outcome]:
        for outcome in outcomes:
            if not killed:
                with Client(cluster.scheduler_address) as client:
                    killed.extend(client.run(os.getpid).values())
                os.kill(killed[0], signal.SIGKILL)
            yield outcome

    with open_cluster(cluster.scheduler_address, 0, [corpus]) as engine:
        package = built(corpus, tmp_path / "killed.apkg", engine, kill_one_in_between)
    assert killed
    assert package == built(corpus, tmp_path / "alone.apkg")


def test_workers_that_lack_the_corpus_are_refused(cluster: LocalCluster, tmp_path: Path) -> None:
    with (
        pytest.raises(FlashgenError, match=f"has no folder {tmp_path / 'nowhere'}: share it"),
        open_cluster(cluster.scheduler_address, 0, [tmp_path / "nowhere"]),
    ):
        pass


def test_workers_that_run_another_flashgen_are_refused(
    corpus: Path, cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flashgen.pipeline.dask_engine.program", lambda: b"newer")
    with (
        pytest.raises(FlashgenError, match="runs another flashgen"),
        open_cluster(cluster.scheduler_address, 0, [corpus]),
    ):
        pass


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "post://nowhere"])
def test_a_scheduler_that_cannot_be_reached_is_named(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flashgen.pipeline.dask_engine._PATIENCE", 1)
    with (
        pytest.raises(FlashgenError, match=f"--scheduler {address}: no dask scheduler answers there"),
        open_cluster(address, 0, []),
    ):
        pass


def test_a_scheduler_without_workers_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flashgen.pipeline.dask_engine._PATIENCE", 1)
    with (
        dask.config.set(temporary_directory=tmp_path),
        led(0) as idle,
        pytest.raises(FlashgenError, match="the dask scheduler has no workers"),
        open_cluster(idle.scheduler_address, 0, []),
    ):
        pass
