"""flashgen as a command whose modules are loaded already: for tests that run it some fifty times.

A process loads flashgen once and forks for each run: the child has folder, environment and streams of whoever asked,
and nothing that an earlier run left. `python warm_flashgen.py SOCKET ARGUMENT...` asks; it loads nothing of flashgen.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parent.parent.parent


@contextmanager
def warm_flashgen(folder: Path) -> Iterator[str]:
    """The command that runs flashgen, as a shell reads it; `folder` has a short path, since it holds a socket."""
    where = folder / "s"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(where))
        listening.listen()
        code = f"from tests.support.warm_flashgen import serve; serve({listening.fileno()})"
        command = (sys.executable, "-c", code)
        with subprocess.Popen(command, cwd=_ROOT, pass_fds=(listening.fileno(),)) as server:
            try:
                yield f"{sys.executable} -S -E {__file__} {where}"
            finally:
                server.terminate()


def serve(descriptor: int) -> None:
    """Load flashgen, then run it for whoever asks, one after the other, until the process is ended."""
    from flashgen.cli import commands
    from flashgen.config.load import load_config
    from flashgen.pipeline import build, check
    from flashgen.preview import write
    from flashgen.reports import diff_text, summary

    assert all((build, check, write, diff_text, summary, load_config().load_note_types()))
    with socket.socket(fileno=descriptor) as listening:
        while True:
            asking, _ = listening.accept()
            with asking:
                _, streams, _, _ = socket.recv_fds(asking, 1, 3)
                with asking.makefile("rb") as reader:
                    asked = json.load(reader)
                child = os.fork()
                if child == 0:
                    _run(commands.main, asked, streams)
                for stream in streams:
                    os.close(stream)
                asking.sendall(bytes([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) & 255]))


def _run(main: Any, asked: dict[str, Any], streams: list[int]) -> None:
    """Be the process that was asked for, and end as it would."""
    code = 3
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        # made anew, since those of the server go by what its own streams are: files, or a terminal
        sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, "w" if n else "r", closefd=False) for n in range(3))
        os.chdir(asked["folder"])
        os.environ.clear()
        os.environ.update(asked["environment"])
        main.main(asked["arguments"], prog_name="flashgen")
    except SystemExit as end:
        code = int(end.code or 0)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def ask(where: str, arguments: list[str]) -> int:
    """Have flashgen run, and return its exit code."""
    asked = {"folder": str(Path.cwd()), "environment": dict(os.environ), "arguments": arguments}
    with socket.socket(socket.AF_UNIX) as asking:
        asking.connect(where)
        socket.send_fds(asking, [b"\n"], [0, 1, 2])
        asking.sendall(json.dumps(asked).encode())
        asking.shutdown(socket.SHUT_WR)
        return asking.recv(1)[0]


if __name__ == "__main__":
    sys.exit(ask(sys.argv[1], sys.argv[2:]))
