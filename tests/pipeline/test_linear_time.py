"""The work on a document grows as the document does, whatever its shape: calls are counted, and no time is taken.

What patterns do within one call is counted in tests/test_patterns.py.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from flashgen.corpus.documents import read_corpus
from tests.support.fuzzing import Trial

GROWTH = 2.6
"""How many times the calls may be for a document of twice the size: 2 where they are linear, 4 where quadratic."""
Body = Callable[[int], str]


def titled(body: str, title: str = "Lantern") -> str:
    return f"---\ntitle: {title}\n---\n\nA lantern is a lamp.\n\n{body}\n"


# facts are compared each with each up to 500 and 500, and not at all beyond: 600 are more
SHAPES: dict[str, tuple[int, Body]] = {
    "words of a title": (200, lambda n: titled("It burns.", "lamp " * n)),
    "letters of a title": (4000, lambda n: titled("It burns.", "w" * n)),
    "words of a heading": (400, lambda n: titled(f"## {'lamp ' * n}\n\nIt burns.")),
    "links in a line": (300, lambda n: titled("[a](b) " * n)),
    "links in a paragraph": (300, lambda n: titled("".join(f"[a{i}](/b{i}) is lit.\n" for i in range(n)))),
    "links in an item": (200, lambda n: titled("- a\n- " + "[a](b) " * n)),
    "dots behind a link": (2000, lambda n: titled("[x](y)" + "." * n + " " * n)),
    "lists in one another": (10, lambda n: titled("".join("  " * i + f"- item {i}\n" for i in range(n)))),
    "list marks in a line": (500, lambda n: titled("- " * n + "x")),
    "quotation marks in a line": (500, lambda n: titled(">" * n + "x")),
    "lists and quotations in turn": (60, lambda n: titled("- a\n> b\n" * n)),
    "combining marks": (2000, lambda n: titled("- " + "\u0323\u0301\u0338" * n)),
    "blank lines behind front matter": (2000, lambda n: "---\ntitle: x\n---\n" + "\n" * n + "Text."),
    "blank lines around fences": (500, lambda n: titled("```\n" + "\n \n" * n + "```")),
    "spaces in front matter": (2000, lambda n: f"---\ntitle: x\ndescription: {' ' * n}y\n---\n\nText."),
    "unclosed tables": (500, lambda n: titled("<table\n" * n)),
    "unclosed tags": (500, lambda n: titled("<b>" * n)),
    "unclosed comments": (500, lambda n: titled("<!--" * n)),
    "unclosed data": (500, lambda n: titled("<![CDATA[" * n)),
    "wide comments": (500, lambda n: titled("＜！－－" * n)),
    "removed images behind spaces": (1000, lambda n: titled(" " * n + "{{x}}" + " " * n + "![]()")),
    "digits before a unit": (1000, lambda n: titled("9" * n + "万 " * 3)),
    "units behind a digit": (1000, lambda n: titled("3" + "兆" * n)),
    "emphasis": (200, lambda n: titled("**a *b " * n)),
    "brackets": (300, lambda n: titled("[" * n + "x" + "]" * n)),
    "formulas": (200, lambda n: titled("$a+b$ " * n)),
    "entities": (1000, lambda n: titled("&amp;" * n)),
    "sentences": (100, lambda n: titled("A lamp burns oil at night. " * n)),
    "figures": (600, lambda n: titled("".join(f"{i} lamps burn,\n" for i in range(n)))),
    "paragraphs": (60, lambda n: titled("Lamps burn oil at night.\n\n" * n)),
    "items": (600, lambda n: titled("".join(f"- part {i} burns\n" for i in range(n)))),
    "rows of a table": (200, lambda n: titled("| a | b |\n|---|---|\n" + "| part | x |\n" * n)),
    "columns of a table": (200, lambda n: titled(f"|{'a|' * n}\n|{'-|' * n}\n|{'b|' * n}")),
    "definitions": (600, lambda n: titled("".join(f"term {i}\n: means {i}\n\n" for i in range(n)))),
    "references": (150, lambda n: titled("[a][r] " * n + "\n\n" + "".join(f"[r{i}]: /x\n" for i in range(n)))),
    "shortcodes": (200, lambda n: titled("{{< note >}}\n" * n)),
    "containers": (200, lambda n: titled(":::note\n" * n)),
    "callouts": (100, lambda n: titled("> [!NOTE]\n> It burns.\n\n" * n)),
    "keywords": (300, lambda n: titled("x", f"x\nkeywords: [{', '.join(f'k{i}' for i in range(n))}]")),
    "broken front matter": (300, lambda n: titled("x", "x\n" + "".join(f"k{i}: [v\n" for i in range(n)))),
}


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, those of Python and of C."""
    count = 0

    def counted(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module")
def trial() -> Trial:
    """One that has loaded all that it needs."""
    ready = Trial()
    ready.try_versions(titled("- It burns.\n").encode(), titled("- Arde.\n").encode())
    return ready


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_size_takes_twice_the_work(shape: str, trial: Trial) -> None:
    size, body = SHAPES[shape]
    short, long = (body(count).encode() for count in (size, 2 * size))
    trial.try_versions(body(size + 1).encode(), body(size + 1).encode())  # what is kept of it is made
    once = calls(lambda: trial.try_versions(short, short))
    assert calls(lambda: trial.try_versions(long, long)) < GROWTH * once


@pytest.mark.parametrize("links", [1, 40])
def test_twice_as_many_files_without_a_name_take_twice_the_work(links: int, tmp_path: Path) -> None:
    def corpus(count: int) -> Path:
        folder = tmp_path / str(count)
        folder.mkdir()
        for number in range(count):
            text = f"# Lamp {number}\n\nA lamp burns oil at night, and lights the whole house for its people.\n\n"
            some = "".join(f"[a](/lamp-{number}-{link}) " for link in range(links))
            (folder / f"{number:04}.md").write_text(text + some, encoding="utf-8")
        return folder

    folders = [corpus(count) for count in (39, 40, 80)]
    read_corpus(folders[:1])
    once, twice = (calls(lambda folder=folder: read_corpus([folder])) for folder in folders[1:])  # type: ignore[misc]
    assert twice < GROWTH * once


def test_what_takes_the_square_is_found() -> None:
    def quadratic(size: int) -> list[int]:
        return [len(str(number)) for number in range(size) for _ in range(size)]

    assert calls(lambda: quadratic(80)) > GROWTH * calls(lambda: quadratic(40))
