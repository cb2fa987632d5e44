"""Runs a command and measures it from outside: time, processor time, memory of its largest process and of all of them.

Memory of all processes together is sampled from ``/proc`` every 50 ms (Linux only, 0 elsewhere), as proportional set
size, so that pages that processes share count once.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.05
MEGABYTE = 1 << 20
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Run:
    """What one run of a command took."""

    seconds: float
    cpu: float
    """Processor seconds, of child processes too."""
    largest: float
    """Peak megabytes of the largest process."""
    together: float
    """Peak megabytes of all processes together; 0 where they were not watched."""
    output: str
    """What it printed."""


def process_children() -> dict[int, list[int]]:
    """The children of every process, from ``/proc``."""
    children: dict[int, list[int]] = defaultdict(list)
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text(errors="replace").rpartition(")")[2].split()[1])
        except (OSError, IndexError, ValueError):
            continue  # the process ended meanwhile
        children[parent].append(int(entry.parent.name))
    return children


def resident_bytes(pid: int) -> int:
    """A process's share of memory (PSS: pages that several processes use are divided among them), 0 if it has ended."""
    try:
        status = Path(f"/proc/{pid}/smaps_rollup").read_text(errors="replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("Pss:")), 0)


def tree_bytes(root: int) -> int:
    """The resident memory of a process and all its descendants."""
    children = process_children()
    total, waiting = 0, [root]
    while waiting:
        pid = waiting.pop()
        total += resident_bytes(pid)
        waiting.extend(children.get(pid, ()))
    return total


class TreeSampler(threading.Thread):
    """Records the peak resident memory of a process tree until it is stopped."""

    def __init__(self, root: int) -> None:
        """Watch the tree below ``root``."""
        super().__init__(daemon=True)
        self.peak = 0
        self._root = root
        self._done = threading.Event()

    def run(self) -> None:
        """Sample until stopped."""
        while True:
            self.peak = max(self.peak, tree_bytes(self._root))
            if self._done.wait(SAMPLE_SECONDS):
                return

    def stop(self) -> int:
        """Stop sampling and return the peak in bytes."""
        self._done.set()
        self.join()
        return self.peak


def run_measured(command: Sequence[str], *, watched: bool = False) -> Run:
    """Run a command. `watched`: sample its memory while it runs, which takes some of the processor.

    ``os.wait4`` gives the same figures as ``getrusage(RUSAGE_CHILDREN)``, but for this run alone.
    """
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    sampler = TreeSampler(process.pid)
    if watched:
        sampler.start()
    output = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    together = sampler.stop() if watched else 0
    if process.returncode:
        raise SystemExit(f"exit code {process.returncode} from: {' '.join(command)}")
    cpu = usage.ru_utime + usage.ru_stime
    return Run(seconds, cpu, usage.ru_maxrss * MAXRSS_UNIT / MEGABYTE, together / MEGABYTE, output)
