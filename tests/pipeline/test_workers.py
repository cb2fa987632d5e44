"""A function over many items in several processes: their order is kept, and each process begins once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flashgen.errors import FlashgenError
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


def test_items_are_asked_for_as_results_are_taken() -> None:
    asked: list[int] = []

    def items() -> Iterator[int]:
        for item in range(2000):
            asked.append(item)
            yield item

    results = map_in_processes(begin, items(), 2)
    assert next(results)[2] == 0
    assert len(asked) < 500
    assert len(list(results)) == 1999


def test_no_items_give_no_results() -> None:
    assert list(map_in_processes(begin, (), 2)) == []


def test_what_fails_in_a_process_fails_in_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        list(map_in_processes(begin_to_fail, ITEMS, 2))


def begin_to_die() -> Callable[[int], int]:
    def die(item: int) -> int:
        if item == 40:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    return die


def test_a_worker_that_is_killed_is_told_in_words() -> None:
    with pytest.raises(FlashgenError, match="a worker process was ended from outside"):
        list(map_in_processes(begin_to_die, ITEMS, 2))


_PARENT = """
import os, time
from flashgen.errors import FlashgenError
from flashgen.pipeline.workers import map_in_processes
def begin():
    os.write(1, b"%d\\n" % os.getpid())  # in one piece: workers write to one pipe
    return lambda item: time.sleep(60)
if __name__ == "__main__":
    list(map_in_processes(begin, range(200), 3))
"""


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    program = tmp_path / "parent.py"
    program.write_text(_PARENT)
    with subprocess.Popen([sys.executable, program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        try:
            for _ in range(3):
                assert int(parent.stdout.readline())
        finally:
            parent.kill()  # however it went: nobody else would end it
        # the pipe ends when the last process that can write to it is gone
        assert parent.stdout.read() == ""
