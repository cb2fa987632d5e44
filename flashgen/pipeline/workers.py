"""A function over many items in several processes, in order; the items of a chunk share what the function needs.

A pool hands the argument of its initialiser to a worker only through a variable of the worker's own, which is set once
and never changes.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from flashgen.errors import FlashgenError

if TYPE_CHECKING:
    from concurrent.futures import Future

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_CHUNK = 32
_AHEAD = 4
"""Chunks that are handed out for each worker before results are due: those that nobody takes yet fill the memory."""
_WORTH_A_POOL = 200
"""Articles from which starting worker processes takes less time than it saves."""
_function: ContextVar[Callable[[Any], Any]] = ContextVar("function")


def count_workers(wanted: int, items: int) -> int:
    """How many processes are worth their start for so many items. `wanted`: 0 chooses."""
    return min(wanted or (most_workers(0) if items >= _WORTH_A_POOL else 1), items)


def most_workers(wanted: int) -> int:
    """How many processes there may be. `wanted`: 0 makes one for each core."""
    return wanted or os.cpu_count() or 1


def map_in_processes(
    begin: Callable[[], Callable[[_Item], _Result]], items: Iterable[_Item], workers: int
) -> Iterator[_Result]:
    """The results of all items, in their order. `begin` runs once in each worker, and makes the function.

    Raises FlashgenError if a worker is killed.
    """
    # what pools need takes a while to load, and most builds are too small for one
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[Future[list[_Result]]] = deque()
    left = iter(items)
    try:
        with ProcessPoolExecutor(workers, initializer=_begin, initargs=(begin,)) as pool:
            try:
                while chunk := tuple(islice(left, _CHUNK)):
                    waiting.append(pool.submit(_run, chunk))
                    if len(waiting) >= _AHEAD * workers:
                        yield from waiting.popleft().result()
                while waiting:
                    yield from waiting.popleft().result()
            finally:
                pool.shutdown(cancel_futures=True)  # waits for what runs
    except BrokenProcessPool:
        raise FlashgenError(
            "a worker process was ended from outside, perhaps for lack of memory; nothing was changed: run the command "
            "again, with --jobs 1 if memory is short"
        ) from None


def _begin(begin: Callable[[], Callable[[Any], Any]]) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    _function.set(begin())


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, however it ended; a killed one can tell nobody.

    Waits on the pipe that each process of `multiprocessing` shares with its parent. Later workers hold the ends of
    earlier ones open, but nobody that of the last: it ends first, and the others follow.
    """
    from multiprocessing import parent_process

    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


def _run(chunk: tuple[Any, ...]) -> list[Any]:
    return list(map(_function.get(), chunk))
