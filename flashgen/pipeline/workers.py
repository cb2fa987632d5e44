"""A function over many items in several processes, in order; the items of a chunk share what the function needs.

A pool hands the argument of its initialiser to a worker only through a variable of the worker's own, which is set once
and never changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextvars import ContextVar
from typing import Any, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_CHUNK = 32
_function: ContextVar[Callable[[Any], Any]] = ContextVar("function")


def map_in_processes(
    begin: Callable[[], Callable[[_Item], _Result]], items: Iterable[_Item], workers: int
) -> Iterator[_Result]:
    """The results of all items, in their order. `begin` runs once in each worker, and makes the function."""
    with ProcessPoolExecutor(workers, initializer=_begin, initargs=(begin,)) as pool:
        yield from pool.map(_run, items, chunksize=_CHUNK)


def _begin(begin: Callable[[], Callable[[Any], Any]]) -> None:
    _function.set(begin())


def _run(item: Any) -> Any:
    return _function.get()(item)
