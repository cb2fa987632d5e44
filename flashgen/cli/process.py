"""What the command line sets for the processes that it runs in."""

from __future__ import annotations

import gc
import io
import signal
import sys
import threading

_SIGNALS = ("SIGTERM", "SIGHUP")


def collect_garbage_rarely() -> None:
    """Records hold no cycles, so looking for them among hundreds of thousands of records is time lost."""
    gc.set_threshold(100_000, 20, 100)


class Terminated(BaseException):
    """The system, or a person, asked the process to end. Like KeyboardInterrupt, so that files are put away first."""

    def __init__(self, number: int) -> None:
        self.number = number
        """Of the signal."""
        super().__init__(number)


def tell_of_termination() -> None:
    """Let SIGTERM, and SIGHUP of a closed terminal, end the program as an exception does; an ignored one stays so."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)  # Windows knows no SIGHUP
        if number is not None and is_in_main_thread() and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _raise_terminated)


def is_in_main_thread() -> bool:
    """Only there signals can be handled."""
    return threading.current_thread() is threading.main_thread()


def _raise_terminated(number: int, _: object) -> None:
    raise Terminated(number)


def write_utf8() -> None:
    """Articles are in any script; a pipe or an old console may be set to an encoding that lacks most of them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def prepare_worker() -> None:
    """What a worker process begins with. Ctrl-C reaches every process of a terminal; only the first one tells of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in _SIGNALS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    collect_garbage_rarely()
    gc.freeze()  # to look for garbage in what it shares with its parent would make copies of that
