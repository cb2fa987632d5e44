"""What the command line says of engines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flashgen.cli.engines import EngineWish
from flashgen.errors import FlashgenError
from tests.support.command_line import run


def test_without_the_library_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "flashgen.pipeline.dask_engine", raising=False)
    with pytest.raises(FlashgenError, match=r"pip install 'flashgen\[dask\]'"), EngineWish("dask").open(1, ()):
        pass


def test_workers_elsewhere_are_told_where_the_corpus_is_from_the_root() -> None:
    assert EngineWish("dask").folders((Path("articles"),)) == (Path.cwd() / "articles",)
    assert EngineWish().folders((Path("articles"),)) == (Path("articles"),)


def test_a_cluster_is_started_when_there_is_something_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []

    class Local:
        def map(self, begin: Callable[[], Callable[[int], int]], items: Iterable[int]) -> Iterator[int]:
            return map(begin(), items)

    @contextmanager
    def open_cluster(*_: object) -> Iterator[Local]:
        started.append("cluster")
        yield Local()
        started.append("ended")

    monkeypatch.setattr("flashgen.pipeline.dask_engine.open_cluster", open_cluster)
    with EngineWish("dask").open(1, ()) as engine:
        assert engine and not started
        assert list(engine.map(lambda: abs, [-1, -2])) == [1, 2]
        assert list(engine.map(lambda: abs, [-3])) == [3]
        assert started == ["cluster"]
    assert started == ["cluster", "ended"]


def test_a_build_on_a_cluster_of_its_own_ends_with_the_same_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name, more in {"plain": (), "dask": ("--engine", "dask", "--jobs", "1")}.items():
        assert (
            run(
                "build", "--from", "ru", "--to", "it", "-q", "--no-cache", "-o", str(tmp_path / f"{name}.apkg"), *more
            ).exit_code
            == 0
        )
    assert (tmp_path / "dask.apkg").read_bytes() == (tmp_path / "plain.apkg").read_bytes()
