"""The articles of a build on a cluster of dask's: one on this machine, or one that a scheduler leads.

A worker that is lost costs its time and nothing else, since dask has others do what it had not handed over.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import dask
from distributed import Client, Future, KilledWorker, LocalCluster

from flashgen.cache.shelf import program
from flashgen.errors import FlashgenError
from flashgen.scratch_folder import scratch_folder

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_CHUNK = 16
_AHEAD = 4
"""Chunks that are handed out for each thread of the workers before their results are due."""
_PATIENCE = 10
"""Seconds to wait for a scheduler, for its first worker, and between two looks whether any worker is left."""
_ONE_AT_A_TIME = Lock()
"""Threads of one worker would share what it remembers of documents, so only one of them reads and pairs."""


class DaskEngine:
    """Spreads articles over the workers of a cluster."""

    def __init__(self, client: Client, *, has_our_cache: bool) -> None:
        self.has_our_cache = has_our_cache
        self._client = client

    def map(self, begin: Callable[[], Callable[[_Item], _Result]], items: Iterable[_Item]) -> Iterator[_Result]:
        """As `Engine.map`. Only so much is handed out ahead that results do not pile up on the workers."""
        shared = self._client.submit(_Shared, begin, pure=False)
        ahead = _AHEAD * max(1, sum(self._client.nthreads().values()))
        waiting: deque[Future[Any]] = deque()
        for chunk in _chunks(items):
            waiting.append(self._client.submit(_run, shared, chunk, pure=False))
            if len(waiting) >= ahead:
                yield from self._results(waiting.popleft())
        while waiting:
            yield from self._results(waiting.popleft())

    def _results(self, future: Future[Any]) -> Sequence[Any]:
        while True:
            try:
                results: Sequence[Any] = future.result(timeout=_PATIENCE)
            except TimeoutError:
                if not self._client.nthreads():
                    raise FlashgenError(f"no dask worker is left; {_NOTHING_CHANGED}") from None
            except KilledWorker:
                said = "several dask workers were lost over the same articles, perhaps for lack of memory"
                raise FlashgenError(f"{said}; {_NOTHING_CHANGED}") from None
            except CancelledError:
                raise FlashgenError(f"the dask scheduler was lost; {_NOTHING_CHANGED}") from None
            else:
                return results


_NOTHING_CHANGED = "nothing was changed: run the command again when the cluster is well, or without --engine"


@contextmanager
def open_cluster(scheduler: str, workers: int, folders: Iterable[Path]) -> Iterator[DaskEngine]:
    """The cluster of a scheduler's address; without one, a cluster on this machine, as long as it is needed.

    `workers` are the processes of the latter; 0 makes one for each core. Raises FlashgenError where the scheduler
    cannot be reached, and where workers are not fit for the job: they need the same flashgen and the same folders.
    """
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what users need to know, they are told
    with (
        scratch_folder() as scratch,
        dask.config.set(temporary_directory=str(scratch)),
        _reached(scheduler) if scheduler else _started(workers) as client,
    ):
        if scheduler:
            _refuse_unfit_workers(client, [str(folder) for folder in folders])
        yield DaskEngine(client, has_our_cache=not scheduler)


@contextmanager
def _started(workers: int) -> Iterator[Client]:
    with (
        LocalCluster(
            n_workers=workers or os.cpu_count() or 1, threads_per_worker=1, silence_logs=logging.CRITICAL,
            host="127.0.0.1", dashboard_address="127.0.0.1:0",
        ) as cluster,
        Client(cluster) as client,
    ):  # fmt: skip
        yield client


@contextmanager
def _reached(scheduler: str) -> Iterator[Client]:
    try:
        client = Client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError) as fault:
        said = f"--scheduler {scheduler}: no dask scheduler answers there ({str(fault).splitlines()[0]})"
        raise FlashgenError(f"{said}; start one with `dask scheduler`, or leave --scheduler out", usage=True) from None
    with client:
        yield client


def _refuse_unfit_workers(client: Client, folders: Sequence[str]) -> None:
    """Each worker must make the same of the same documents, or a package would depend on who does what."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
        found = client.run(_describe, folders)
    except TimeoutError:
        said = "the dask scheduler has no workers: start some with `dask worker`"
        raise FlashgenError(f"{said}, where the corpus is in the same folder as here") from None
    except ImportError as fault:
        raise FlashgenError(f"flashgen cannot be loaded by the dask workers ({fault}): install it there") from None
    for worker, (theirs, missing) in sorted(found.items()):
        if missing:
            said = f"the dask worker {worker} has no folder {missing[0]}"
            raise FlashgenError(f"{said}: share it, in the same place on all machines")
        if theirs != program():
            said = f"the dask worker {worker} runs another flashgen, or other versions of Python or of its libraries"
            raise FlashgenError(f"{said}, so that decks might differ: install the same everywhere")


def _describe(folders: Sequence[str]) -> tuple[bytes, list[str]]:
    """(what tells this worker's program from others, which folders it does not see)"""
    return program(), [folder for folder in folders if not Path(folder).is_dir()]


class _Shared:
    """What all chunks need. A worker makes its function when it is first asked; what travels is how to make it."""

    def __init__(self, begin: Callable[[], Callable[[Any], Any]]) -> None:
        self._begin = begin

    def __reduce__(self) -> tuple[type[_Shared], tuple[Callable[[], Callable[[Any], Any]]]]:
        return _Shared, (self._begin,)

    @cached_property
    def function(self) -> Callable[[Any], Any]:
        return self._begin()


def _run(shared: _Shared, chunk: Sequence[Any]) -> list[Any]:
    with _ONE_AT_A_TIME:
        return [shared.function(item) for item in chunk]


def _chunks(items: Iterable[_Item]) -> Iterator[tuple[_Item, ...]]:
    left = iter(items)
    while chunk := tuple(islice(left, _CHUNK)):
        yield chunk
