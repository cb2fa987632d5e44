"""Front matter in YAML: read by python-frontmatter, and line by line where YAML rejects it."""

from __future__ import annotations

import json
import re
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from flashgen.corpus.front_lines import Read, broken, read_lines, unquoted

_LINE = re.compile(r"([A-Za-z][\w-]*+)[ \t]*+:[ \t]*+(.*)")
_DEEPEST = 20
_NESTING = (":", "-", "?", "[", "{")
"""Signs of which each level of lists and maps has one at least."""
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _TextHandler(YAMLHandler):  # type: ignore[misc]  # python-frontmatter ships no types for its handlers
    """YAML in which every scalar stays text (a title `1984` or `No` is a title) and aliases are not expanded."""

    def load(self, fm: str, **_: object) -> Any:
        return _load(fm)


def _load(source: str) -> Any:
    """YAML without aliases and without deep nesting, either of which could cost more than the text is long."""
    is_plain = sum(map(source.count, _NESTING)) <= _DEEPEST and "*" not in source and "&" not in source
    depth = 0
    for event in () if is_plain else yaml.parse(source, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or depth > _DEEPEST:
            raise yaml.YAMLError("aliases and deep nesting are not supported in front matter")
    return yaml.load(source, Loader=_Loader)  # the base loader builds nothing but text, lists and maps


def read_yaml(block: str) -> Read:
    """The values of a block of YAML; line by line where YAML rejects it."""
    try:
        values, _ = frontmatter.parse(f"---\n{block}\n---\n", handler=_TextHandler())
        if isinstance(values, dict) and (values or not block.strip()):
            return Read(values)
        fault, line = "it is not a list of keys and values", 0
    except yaml.YAMLError as problem:
        # the library hands the line end behind the opening mark on with the block
        mark = getattr(problem, "problem_mark", None)
        fault, line = str(getattr(problem, "problem", None) or problem).split("\n")[0], mark.line - 1 if mark else 0
    return Read(_mended(block), broken("YAML", fault), line)


def _mended(block: str) -> dict[str, Any]:
    """The front matter with those values quoted that YAML rejects; if that does not help, line by line."""
    mended = "\n".join(_quoted(line) for line in block.split("\n"))
    try:
        values = _load(mended)
    except yaml.YAMLError:
        values = None
    return values if isinstance(values, dict) else read_lines(block)


def _quoted(line: str) -> str:
    match = _LINE.fullmatch(line)
    if not match or match[2][:1] in ("", "|", ">"):
        return line
    try:
        if isinstance(_load(line), dict) and not match[2].startswith(("&", "*")):
            return line
    except yaml.YAMLError:
        pass
    return f"{match[1]}: {json.dumps(unquoted(match[2]), ensure_ascii=False)}"
