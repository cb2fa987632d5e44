"""The engine that the command line asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from flashgen.errors import FlashgenError
from flashgen.record import Record

if TYPE_CHECKING:
    from flashgen.pipeline.engines import Engine

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

PROCESSES = "processes"
DASK = "dask"


class EngineWish(Record):
    """Which engine is to do the work, and where it is."""

    name: str = PROCESSES
    scheduler: str = ""
    """The address of dask's scheduler; empty for a cluster on this machine."""

    def __post_init__(self) -> None:
        if self.scheduler and self.name != DASK:
            raise FlashgenError(f"--scheduler is an address of dask's: it needs --engine {DASK}", usage=True)

    def folders(self, given: tuple[Path, ...]) -> tuple[Path, ...]:
        """The folders of the corpus as the workers find them, who may run in another folder."""
        return tuple(folder.absolute() for folder in given) if self.name == DASK else given

    @contextmanager
    def open(self, workers: int, folders: tuple[Path, ...]) -> Iterator[Engine | None]:
        """The engine; None for the processes that a build starts by itself. `workers`: 0 chooses.

        A cluster is started, or a scheduler asked, when there is something to do: often nothing has changed.
        """
        if self.name == PROCESSES:
            yield None
            return
        try:
            from flashgen.pipeline.dask_engine import open_cluster
        except ImportError:
            message = f"--engine {DASK} needs a library that is not installed: pip install 'flashgen[dask]'"
            raise FlashgenError(message, usage=True) from None
        with ExitStack() as opened:
            cluster = open_cluster(self.scheduler, workers, folders)
            yield _LateEngine(cluster, opened)


class _LateEngine:
    """An engine that is opened when it is first given something to do, and closed with all else in `opened`."""

    def __init__(self, cluster: AbstractContextManager[Engine], opened: ExitStack) -> None:
        self._cluster = cluster
        self._opened = opened

    @property
    def has_our_cache(self) -> bool:
        """As `Engine.has_our_cache`."""
        return self._engine.has_our_cache

    def map(self, begin: Callable[[], Callable[[_Item], _Result]], items: Iterable[_Item]) -> Iterator[_Result]:
        """As `Engine.map`."""
        return self._engine.map(begin, items)

    @cached_property
    def _engine(self) -> Engine:
        return self._opened.enter_context(self._cluster)
