"""Lines of Markdown -> mistune's tokens, however often lists and quotations alternate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from flashgen.corpus.faults import Fault
from flashgen.corpus.lists import Line

_QUOTED = re.compile(r"[ \t>]*")
_DEEPEST = 20
"""Lists and quotations in one another. Below, the parser does not tell them apart any more."""
_NESTING = frozenset(("list", "block_quote"))
_MARKS = {
    "fenced_code": ("```", "~~~"),
    "indent_code": ("    ", "\t"),
    "ref_link": ("]:",),
    "raw_html": ("<",),
    "table": ("|",),
    "nptable": ("|",),
    "def_list": ("\n:", "\n :", "\n  :", "\n   :"),
}
"""By rule of the parser: one of these stands in every text that it has anything to do in."""
Token = dict[str, Any]


def parse_tokens(lines: list[Line]) -> tuple[list[Token], list[Fault]]:
    """What the parser reads, less what is nested too deep, which is told."""
    try:
        tokens = _all_tokens(lines)
    except RecursionError:
        message = "lists and quotations are nested too deep to be read; left out: part them by blank lines"
        return [], [Fault(message, lines[0][0], is_repaired=False)]
    dropped = _drop_deep(tokens)
    if not dropped:
        return tokens, []
    said = f"lists and quotations are nested more than {_DEEPEST} deep; what is deeper was left out: write it flatter"
    return tokens, [Fault(said, _line_of(dropped[0], lines), is_repaired=False)]


def _all_tokens(lines: list[Line]) -> list[Token]:
    """Between lists and quotations without blank lines, the parser goes a level deeper at each change."""
    try:
        return _parsed(line for _, line in lines)
    except RecursionError:
        return _parsed(_parted_quotations(line for _, line in lines))


def _drop_deep(tokens: list[Token]) -> list[Token]:
    """Take out what is nested too deep, and return it, in the order of the document."""
    waiting: list[tuple[list[Token], int]] = [(tokens, 0)]
    dropped: list[Token] = []
    while waiting:
        children, depth = waiting.pop()
        if depth == _DEEPEST:
            dropped += [token for token in children if token["type"] in _NESTING]
            children[:] = [token for token in children if token["type"] not in _NESTING]
        waiting += [
            (token["children"], depth + (token["type"] in _NESTING))
            for token in reversed(children)
            if "children" in token
        ]
    return dropped


def _line_of(token: Token, lines: list[Line]) -> int:
    """The file's line on which a text first stands; that of the first line where it cannot be told."""
    while "text" not in token and token.get("children"):
        token = token["children"][0]
    text = token.get("text", "").split("\n")[0]
    return next((number for number, line in lines if text and line.endswith(text)), lines[0][0])


def _parsed(lines: Iterable[str]) -> list[Token]:
    text = "\n".join(("", *lines, ""))
    markdown = _markdown(frozenset(rule for rule, marks in _MARKS.items() if not any(mark in text for mark in marks)))
    state = markdown.block.state_cls()
    state.process(text[1:])
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


@lru_cache(maxsize=1 << len(_MARKS))
def _markdown(idle_rules: frozenset[str]) -> Any:
    """The parser without the rules that have nothing to do: it would try each on every block."""
    import mistune

    markdown = mistune.create_markdown(renderer=None, plugins=["table", "def_list"])
    markdown.block.max_nested_level = _DEEPEST + 1
    for name in ("rules", "block_quote_rules", "list_rules"):
        setattr(markdown.block, name, [rule for rule in getattr(markdown.block, name) if rule not in idle_rules])
    return markdown
