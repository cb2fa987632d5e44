"""Every command of README and docs that is not flashgen's: run, tried without its effect, or named with the reason."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.action.corpus import first_articles
from tests.support.warm_flashgen import warm_flashgen
from tests.test_docs import PAGES, ROOT

_FENCED = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_PROGRAM = r"(?:make|python3?|pip|bash|eval|export|git|gh|apt-get|uv|\.venv/bin/(?!flashgen)\w+|\.) \S"
_INDENTED = re.compile(rf"^ {{4,}}({_PROGRAM}.*)$", re.MULTILINE)
_CODE = re.compile(r"`([^`]+)`")
_REMARK = re.compile(r"\s+# .*$", re.MULTILINE)


def commands(page: str) -> Iterator[str]:
    """Scripts in fences, indented lines, and code within text; without remarks."""
    for block in _FENCED.finditer(page):
        if block["language"] in ("sh", "bash", "console"):
            yield _REMARK.sub("", block["body"]).strip()
    rest = _FENCED.sub("", page)
    yield from (_REMARK.sub("", line).strip() for line in _INDENTED.findall(rest))
    for paragraph in rest.split("\n\n"):
        yield from (" ".join(code.split()) for code in _CODE.findall(paragraph) if re.match(_PROGRAM, code))


COMMANDS = sorted({command for page in PAGES.values() for command in commands(page)})
ELSEWHERE: Mapping[str, str] = {
    "pip install .": "fetches libraries; `make dist` installs the wheel in a fresh environment",
    'pip install ".[plots]"': "fetches libraries; the extra is installed where the tests are",
    'pip install "flashgen[plots]"': "fetches flashgen from an index",
    "pip install flashgen": "fetches flashgen from an index",
    "pip install": "is named as one of two ways",
    "pip wheel": "is named as what was not taken",
    ". .venv/bin/activate": "is a file of Python's own",
}
"""What is not run here, and why."""


def run(script: str, folder: Path, **variables: str) -> str:
    """Run a script that has to succeed, and return what it prints."""
    command = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
    environment = {**os.environ, **variables}
    done = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
    return done.stdout


def put_program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/usr/bin/env bash\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def put_environment(folder: Path) -> None:
    """A `.venv` with the programs of the environment that runs the tests."""
    put_program(folder / ".venv" / "bin" / "python", f'exec "{sys.executable}" "$@"')
    for name in ("ruff", "mypy"):
        put_program(folder / ".venv" / "bin" / name, f'exec "{sys.executable}" -m {name} "$@"')


def try_make(command: str, _: Path) -> None:
    """The target is there, and all that it would run is known; it fetches libraries, so nothing is run."""
    assert shutil.which("make"), "make is needed"
    assert run(f"{command} --dry-run", ROOT)


def complete(command: str, folder: Path) -> None:
    """The shell completes flashgen's commands afterwards."""
    if run("((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 404)) && echo yes || echo no", folder) == "no\n":
        pytest.skip("click's completion needs bash 4.4, and macOS has an older one")
    put_program(folder / "flashgen", f'exec "{sys.executable}" -m flashgen "$@"')
    programs = f"{folder}{os.pathsep}{os.environ['PATH']}"
    assert "flashgen" in run(f"{command}\ncomplete -p flashgen", folder, PATH=programs, PYTHONPATH=str(ROOT))


def collect(command: str, folder: Path) -> None:
    """pytest finds the tests that it is asked for; they are run by whoever runs all."""
    put_environment(folder)
    for name in ("pyproject.toml", "flashgen", "tests"):
        (folder / name).symlink_to(ROOT / name)
    assert "test" in run(command, folder, PYTEST_ADDOPTS="--collect-only -q -p no:cacheprovider")


def check_style(command: str, folder: Path) -> None:
    """On a project of empty files, with this one's settings."""
    put_environment(folder)
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    for name in tomllib.loads(text)["tool"]["mypy"]["files"]:
        file = folder / name if name.endswith(".py") else folder / name / "__init__.py"
        file.parent.mkdir(exist_ok=True)
        file.touch()
    assert "Success" in run(command, folder, MYPY_CACHE_DIR=str(folder / "cache"), RUFF_NO_CACHE="true")


def know_options(command: str, _: Path) -> None:
    """The benchmark is there and knows the options; it takes minutes to hours."""
    file, *words = command.split()[1:]
    text = (ROOT / file).read_text(encoding="utf-8")
    assert f"python {file}" in text
    if options := [word for word in words if word.startswith("--")]:
        told = run(f'"{sys.executable}" {file} --help', ROOT)
        assert [option for option in options if option not in told] == []


def build_packages(command: str, folder: Path) -> None:
    """With a stand-in for flashgen, since the sample has thirty pairs."""
    put_environment(folder)
    put_program(folder / ".venv" / "bin" / "flashgen", 'while [ "$1" != -o ]; do shift; done; echo deck >"$2"')
    (folder / "benchmarks").symlink_to(ROOT / "benchmarks")
    if " compare " in command:
        for name in re.findall(r"/tmp/(\w+)", command):
            (folder / name).mkdir()
            (folder / name / "ru-it.apkg").write_text("deck", encoding="utf-8")
    assert " of " in run(command.replace("/tmp/", f"{folder}/"), folder)


def publish(command: str, folder: Path) -> None:
    """In a folder of articles, with a folder of its own for the releases."""
    (folder / "action").symlink_to(ROOT / "action")
    for slug, article in first_articles().items():
        for side, language in enumerate(("en", "it")):
            path = folder / "articles" / language / f"{slug}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article.text(side), encoding="utf-8")
    (folder / "config").mkdir()
    (folder / "config" / "flashgen.yaml").write_text("pairs: [en-it]\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as short, warm_flashgen(Path(short)) as flashgen:
        run(command.replace("/srv/", f"{folder}/"), folder, FLASHGEN=flashgen)
    assert {path.name for path in folder.glob("decks/*/*.apkg")} == {"en-it.apkg"}


HOW: Mapping[str, Callable[[str, Path], None]] = {
    r"make [a-z]+": try_make,
    r"eval .*_FLASHGEN_COMPLETE=bash_source .*": complete,
    r"\.venv/bin/python -m pytest [\w/]+": collect,
    r"\.venv/bin/ruff .*": check_style,
    r"\.venv/bin/python benchmarks/packages\.py .*": build_packages,
    r"python benchmarks/\w+\.py.*": know_options,
    r"export [\s\S]*publish\.sh[\s\S]*": publish,
}
"""Which command is tried in which way."""


def ways(command: str) -> list[Callable[[str, Path], None]]:
    return [way for pattern, way in HOW.items() if re.fullmatch(pattern, command)]


def test_every_command_is_tried_or_has_a_reason() -> None:
    assert [one for one in COMMANDS if len(ways(one)) + (one in ELSEWHERE) != 1] == []
    assert ELSEWHERE.keys() - set(COMMANDS) == set()
    assert [pattern for pattern in HOW if not any(re.fullmatch(pattern, one) for one in COMMANDS)] == []


@pytest.mark.skipif(os.name == "nt", reason="the commands are written for a shell that Windows lacks")
@pytest.mark.parametrize("command", [one for one in COMMANDS if one not in ELSEWHERE])
def test_a_command_that_is_shown_works(command: str, tmp_path: Path) -> None:
    ways(command)[0](command, tmp_path)
