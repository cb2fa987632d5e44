"""The engine that the command line asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flashgen.errors import FlashgenError

if TYPE_CHECKING:
    from flashgen.pipeline.engines import Engine

PROCESSES = "processes"
DASK = "dask"


@dataclass(frozen=True, slots=True)
class EngineWish:
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
        """The engine; None for the processes that a build starts by itself. `workers`: 0 chooses."""
        if self.name == PROCESSES:
            yield None
            return
        try:
            from flashgen.pipeline.dask_engine import open_cluster
        except ImportError:
            message = f"--engine {DASK} needs a library that is not installed: pip install 'flashgen[dask]'"
            raise FlashgenError(message, usage=True) from None
        with open_cluster(self.scheduler, workers, folders) as engine:
            yield engine
