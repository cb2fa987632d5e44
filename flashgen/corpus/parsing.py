"""Lines of Markdown -> mistune's tokens, however often lists and quotations alternate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from flashgen.corpus.lists import Line

_QUOTED = re.compile(r"[ \t>]*")


def parse_tokens(lines: list[Line]) -> list[dict[str, Any]]:
    """What the parser reads. Between lists and quotations without blank lines it goes a level deeper at each change.

    Raises RecursionError for what is nested too deep all the same.
    """
    try:
        return _parsed(line for _, line in lines)
    except RecursionError:
        return _parsed(_parted_quotations(line for _, line in lines))


def _parsed(lines: Iterable[str]) -> list[dict[str, Any]]:
    markdown = _markdown()
    state = markdown.block.state_cls()
    state.process("\n".join(lines) + "\n")
    markdown.block.parse(state)
    return list(state.tokens)


def _parted_quotations(lines: Iterable[str]) -> Iterator[str]:
    """The lines with a blank one wherever a quotation begins or ends."""
    above = 0
    for line in lines:
        marks = _QUOTED.match(line)
        depth = marks[0].count(">") if marks else 0
        if depth != above:
            yield "> " * min(depth, above)
        yield line
        above = depth


@lru_cache(maxsize=1)
def _markdown() -> Any:
    import mistune

    return mistune.create_markdown(renderer=None, plugins=["table", "def_list"])
