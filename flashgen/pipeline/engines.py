"""What spreads the articles of a build over processes, on this machine or on others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Engine(Protocol):
    """Runs a function over many items, on workers of its own."""

    @property
    def has_our_cache(self) -> bool:
        """Whether its workers may use the cache of this machine."""

    def map(self, begin: Callable[[], Callable[[_Item], _Result]], items: Iterable[_Item]) -> Iterator[_Result]:
        """The results of all items, in their order. `begin` runs once in each worker, and makes the function.

        Raises FlashgenError where the workers cannot do it.
        """
