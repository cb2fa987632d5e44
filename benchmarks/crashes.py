"""Builds that are killed, starved of room or disturbed: afterwards the old package is there, or the new one, whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from flashgen.anki.package_reader import read_edition
from tests.support.anki_collection import open_collection

ROOT = Path(__file__).parent.parent
ENDED_IN_WORDS = {0, 1, 130, 143}
"""Exit codes of a build that was told to end, or that told why it could not go on."""


@dataclass(slots=True)
class Crashes:
    """What was tried how often, and what was wrong afterwards."""

    what: str
    tried: int = 0
    faults: list[str] = field(default_factory=list)
    left: int = 0
    """Temporary files that were left."""
    early: int = 0
    """Builds that were ended before they had done their work."""


class Place:
    """A corpus, a cache and a package, to be built over again and again: every build is another release to write."""

    def __init__(self, folder: Path) -> None:
        self.corpus, self.temporary, self.cache = folder / "corpus", folder / "tmp", folder / "cache"
        shutil.copytree(ROOT / "sample", self.corpus)
        self.temporary.mkdir()
        self.package = folder / "out/ru-it.apkg"
        self._releases = 0
        self.longest = {is_known: self._seconds() for is_known in (False, True)}
        """Seconds of a whole build, over an empty cache and over one that knows everything."""
        self.notes = len(read_edition(self.package).notes)
        """How many the package has, whichever build has written it."""

    def _seconds(self) -> float:
        started = time.monotonic()
        with self.build() as process:
            process.communicate()
        return time.monotonic() - started

    @contextmanager
    def build(self, package: Path | None = None) -> Iterator[subprocess.Popen[bytes]]:
        """A build with two workers in a process group of its own, that is running."""
        self._releases += 1
        command = (
            sys.executable, "-m", "flashgen", "build", "--from", "ru", "--to", "it", "--jobs", "2",
            "--release", str(self._releases), "--corpus", str(self.corpus), "-o", str(package or self.package),
        )  # fmt: skip
        environment = {
            **os.environ, "TMPDIR": str(self.temporary), "FLASHGEN_CACHE": str(self.cache), "PYTHONPATH": str(ROOT)
        }  # fmt: skip
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
        ) as process:
            yield process

    def forget(self) -> None:
        """Empty the cache."""
        shutil.rmtree(self.cache, ignore_errors=True)

    def fault_of(self, process: subprocess.Popen[bytes], output: bytes, codes: set[int], notes: int = 0) -> str:
        """What is wrong after a build; empty where nothing is. The package has to have so many notes, or any."""
        if b"Traceback" in output:
            return output.decode("utf-8", "replace")
        if process.returncode not in codes:
            return f"ended with {process.returncode}: {output.decode('utf-8', 'replace')}"
        if running := _running(process.pid):
            return f"processes are left: {running}"
        if not self.package.exists():
            return "the package is gone" if notes else ""
        found = len(read_edition(self.package).notes)
        return "" if found and found == (notes or found) else f"a package of {found} notes"

    def faults_of_another_build(self) -> Iterator[str]:
        """What is wrong after a build that nothing disturbs, and with its package in Anki."""
        with self.build() as process:
            output, _ = process.communicate()
        if fault := self.fault_of(process, output, {0}, self.notes):
            yield fault
            return
        with open_collection() as collection:
            imported = collection.import_package(self.package)
            if len(imported["new"]) != self.notes:
                yield f"imported: {imported}"

    def leftovers(self) -> list[Path]:
        """Temporary files that are left, which are removed."""
        found = [*self.temporary.iterdir(), *self.package.parent.glob(".*.part")]
        for path in found:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        return found


def _running(group: int) -> list[str]:
    """The processes of a group that are alive, after some patience; one that has ended may wait to be reaped."""
    found: list[str] = []
    for _ in range(100):
        found = []
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                name, _, rest = status.read_text(encoding="utf-8").rpartition(")")
            except OSError:
                continue
            state, _, its_group = rest.split()[:3]
            if int(its_group) == group and state not in "ZX":
                found.append(f"{name}) {state}")
        if not found:
            return []
        time.sleep(0.1)
    return found


def try_signal(number: signal.Signals, count: int, seed: int, place: Place) -> Crashes:
    """End builds at random moments; every other one over an empty cache, the rest over what ended builds have left."""
    moments, found = random.Random(seed), Crashes(f"builds ended by {number.name}")
    for index in range(count):
        is_known = index % 2 == 1
        if not is_known:
            place.forget()
        with place.build() as process:
            time.sleep(moments.uniform(0.05, place.longest[is_known]))
            process.send_signal(number)
            output, _ = process.communicate(timeout=120)
        found.tried += 1
        # before Python has begun to listen, a signal ends it as it ends any program
        fault = place.fault_of(process, output, ENDED_IN_WORDS | {-number}, place.notes)
        found.faults += [fault] if fault and not _ended_at_start(number, output) else []
        found.early += process.returncode != 0
        if number is not signal.SIGKILL and (left := place.leftovers()):
            found.faults.append(f"files are left: {left}")
    found.faults += place.faults_of_another_build()
    found.left = len(place.leftovers())
    return found


def _ended_at_start(number: signal.Signals, output: bytes) -> bool:
    """Whether Ctrl-C met a program that was not loaded yet, which Python itself tells of."""
    return number is signal.SIGINT and b"KeyboardInterrupt" in output and b"in main" not in output


def try_disturbed(
    what: str, count: int, seed: int, place: Place, disturb: Callable[[Place, random.Random], None]
) -> Crashes:
    """Builds while somebody changes the corpus; then a build of the corpus as it was."""
    chance, found = random.Random(seed), Crashes(what)
    for _ in range(count):
        place.forget()
        with place.build() as process:
            time.sleep(chance.uniform(0.2, place.longest[False]))
            disturb(place, chance)
            output, _ = process.communicate(timeout=120)
        found.tried += 1
        found.faults += filter(None, [place.fault_of(process, output, {0, 1})])
        shutil.copytree(ROOT / "sample", place.corpus, dirs_exist_ok=True)
    found.faults += place.faults_of_another_build()
    found.left = len(place.leftovers())
    return found


def remove_files(place: Place, chance: random.Random) -> None:
    """Remove every fifth document or so, or a whole folder."""
    for path in sorted(place.corpus.rglob("*.md")):
        if chance.random() < 0.2:
            path.unlink()


def change_files(place: Place, chance: random.Random) -> None:
    """Write into documents while they are read."""
    for path in sorted(place.corpus.rglob("*.md")):
        if chance.random() < 0.5:
            data = path.read_bytes()
            path.write_bytes(data[: chance.randint(0, len(data))])


def try_two_at_once(count: int, place: Place) -> Crashes:
    """Two builds to one place: one of them may say that the other was first."""
    found = Crashes("two builds to one package at once")
    for _ in range(count):
        with place.build() as one, place.build() as other:
            outputs = one.communicate(timeout=120)[0], other.communicate(timeout=120)[0]
        found.tried += 1
        for process, output in zip((one, other), outputs, strict=True):
            found.faults += filter(None, [place.fault_of(process, output, {0, 1}, place.notes)])
    found.faults += place.faults_of_another_build()
    found.left = len(place.leftovers())
    return found


def try_one_cache(count: int, place: Place) -> Crashes:
    """Two builds to two places over one cache, which is empty: both have to be done, and to know the same."""
    found = Crashes("two builds over one cache at once")
    second = place.package.with_name("second.apkg")
    for _ in range(count):
        place.forget()
        with place.build() as one, place.build(second) as other:
            outputs = one.communicate(timeout=120)[0], other.communicate(timeout=120)[0]
        found.tried += 1
        for process, output in zip((one, other), outputs, strict=True):
            found.faults += filter(None, [place.fault_of(process, output, {0}, place.notes)])
            found.faults += [output.decode("utf-8", "replace")] if b"cache" in output else []
        notes = [sorted(read_edition(path).notes) for path in (place.package, second)]
        found.faults += ["the packages differ"] if notes[0] != notes[1] else []
    found.left = len(place.leftovers())
    return found


def try_without_room(folder: Path) -> Iterator[Crashes]:
    """Builds to a disk that is full, one that cannot be written, and with a full temporary folder; only for root."""
    for what, options, is_temporary in (
        ("builds to a full disk", "size=16k", False),
        ("builds to a disk that is read-only", "ro", False),
        ("builds with a full temporary folder", "size=16k", True),
    ):
        disk = folder / what.replace(" ", "-")
        disk.mkdir()
        place = Place(Path(tempfile.mkdtemp(dir=folder)))
        before = place.package.read_bytes()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], check=False).returncode:
            continue
        found = Crashes(what, tried=1)
        try:
            if is_temporary:
                place.temporary = disk
            else:
                place.package = disk / "ru-it.apkg"
            with place.build() as process:
                output, _ = process.communicate(timeout=120)
            found.faults += filter(None, [place.fault_of(process, output, {1})])
            if is_temporary and place.package.read_bytes() != before:
                found.faults.append("the old package was touched")
            found.left = len(list(disk.iterdir()))
        finally:
            subprocess.run(["umount", str(disk)], check=True)
        yield found


def try_crashes(count: int, seed: int) -> Iterator[Crashes]:
    """All of it: `count` builds for SIGKILL, a tenth as many for SIGTERM and SIGINT, a twentieth for what disturbs."""
    with tempfile.TemporaryDirectory() as name:
        place = Place(Path(name))
        for number, share in ((signal.SIGKILL, 1), (signal.SIGTERM, 10), (signal.SIGINT, 10)):
            yield try_signal(number, max(2, count // share), seed, place)
        some = max(2, count // 20)
        yield try_disturbed("builds while documents are removed", some, seed, place, remove_files)
        yield try_disturbed("builds while documents are changed", some, seed, place, change_files)
        yield try_two_at_once(some, place)
        yield try_one_cache(some, place)
        yield from try_without_room(Path(name))
