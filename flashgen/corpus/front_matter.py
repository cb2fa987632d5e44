"""Front matter: read by python-frontmatter, and line by line where YAML rejects it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

_FENCE = re.compile(r"\s*^-{3,}[ \t]*$", re.MULTILINE)
_LINE = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)")
_DEEPEST = 20
_QUOTED = re.compile(r"""^(["'])(.*)\1$""")
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Matter:
    """A document taken apart: its front matter, and its body with the line on which the body begins."""

    values: Mapping[str, Any]
    """By key in lower case: `Title:` is a title."""
    lines: Mapping[str, int]
    """The line of each key in lower case, for messages."""
    body: str
    body_line: int
    fault: str = ""
    """What YAML said of a front matter that was then read line by line; empty when there was no fault."""
    fault_line: int = 0


class _TextHandler(YAMLHandler):  # type: ignore[misc]  # python-frontmatter ships no types for its handlers
    """YAML in which every scalar stays text (a title `1984` or `No` is a title) and aliases are not expanded."""

    def load(self, fm: str, **_: object) -> Any:
        return _load(fm)


def _load(source: str) -> Any:
    """YAML without aliases and without deep nesting, either of which could cost more than the text is long."""
    depth = 0
    for event in yaml.parse(source, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or depth > _DEEPEST:
            raise yaml.YAMLError("aliases and deep nesting are not supported in front matter")
    return yaml.load(source, Loader=_Loader)  # the base loader builds nothing but text, lists and maps


def split_matter(text: str) -> Matter:
    """Separate front matter from body. Never fails: what YAML rejects is read as `key: value` lines."""
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return Matter({}, {}, text, 1)
    block = text[opening.end() : closing.start()]
    first = text.count("\n", 0, opening.end()) + 1
    body = text[closing.end() :]
    body_line = text.count("\n", 0, closing.end()) + 1
    lines = _key_lines(block, first)
    try:
        values, _ = frontmatter.parse(text, handler=_TextHandler())
        if isinstance(values, dict) and (values or not block.strip()):
            return Matter(_in_lower_case(values), lines, body, body_line)
        fault, fault_line = "the front matter is not a list of keys and values", first
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        fault = str(getattr(problem, "problem", None) or problem).split("\n")[0]
        fault_line = (mark.line if mark else 0) + first
    return Matter(_in_lower_case(_mended(block)), lines, body, body_line, fault, fault_line)


def text_value(value: object) -> str:
    """A front matter value as the reader sees it: entities resolved however often they were escaped."""
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(part) for part in value)
    text = str(value or "")
    for _ in range(3):
        resolved = html.unescape(text)
        if resolved == text:
            break
        text = resolved
    return " ".join(text.split())


def list_value(value: object) -> tuple[str, ...]:
    """Keywords, written as a YAML list or as a text with commas."""
    parts = value if isinstance(value, (list, tuple)) else re.split(r"[,;，、،]", text_value(value))
    return tuple(filter(None, (text_value(part) for part in parts)))


def _in_lower_case(values: Mapping[Any, Any]) -> dict[str, Any]:
    """The values by their keys in lower case; of two spellings of one key, the first."""
    found: dict[str, Any] = {}
    for key, value in values.items():
        found.setdefault(str(key).casefold(), value)
    return found


def _key_lines(block: str, first: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, line in enumerate(block.split("\n"), first):
        if match := _LINE.match(line):
            found.setdefault(match[1].casefold(), number)
    return found


def _mended(block: str) -> dict[str, Any]:
    """The front matter with those values quoted that YAML rejects; if that does not help, line by line."""
    mended = "\n".join(_quoted(line) for line in block.split("\n"))
    try:
        values = _load(mended)
    except yaml.YAMLError:
        values = None
    return values if isinstance(values, dict) else _read_lines(block)


def _quoted(line: str) -> str:
    match = _LINE.fullmatch(line)
    if not match or match[2][:1] in ("", "|", ">"):
        return line
    try:
        if isinstance(_load(line), dict) and not match[2].startswith(("&", "*")):
            return line
    except yaml.YAMLError:
        pass
    value = _QUOTED.sub(r"\2", match[2].strip())
    return f"{match[1]}: {json.dumps(value, ensure_ascii=False)}"


def _read_lines(block: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in block.split("\n"):
        if match := _LINE.match(line):
            found.setdefault(match[1], _QUOTED.sub(r"\2", match[2].strip()))
    return found
