"""A function over many items in several processes: their order is kept, and each process begins once."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable

import pytest

from flashgen.pipeline.workers import map_in_processes

# later Pythons warn of a fork beside threads, which a test runner may have
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

ITEMS = range(200)
"""Enough for several chunks."""


def begin() -> Callable[[int], tuple[int, bytes, int]]:
    """A function that tells its process, when it was made, and twice its item."""
    made = os.urandom(8)
    return lambda item: (os.getpid(), made, 2 * item)


def begin_to_fail() -> Callable[[int], int]:
    return lambda item: 1 // (item - 40)


def test_results_come_in_the_order_of_the_items() -> None:
    assert [result for _, _, result in map_in_processes(begin, ITEMS, 2)] == [2 * item for item in ITEMS]


def test_each_process_begins_once_and_none_is_that_of_the_caller() -> None:
    made: dict[int, set[bytes]] = defaultdict(set)
    for process, token, _ in map_in_processes(begin, ITEMS, 2):
        made[process].add(token)
    assert 1 <= len(made) <= 2
    assert os.getpid() not in made
    assert {len(tokens) for tokens in made.values()} == {1}


def test_no_items_give_no_results() -> None:
    assert list(map_in_processes(begin, (), 2)) == []


def test_what_fails_in_a_process_fails_in_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        list(map_in_processes(begin_to_fail, ITEMS, 2))
