"""Front matter in TOML and JSON. Dates and numbers are texts, as they are in YAML: a title `1984` is a title."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from flashgen.corpus.front_lines import Read, broken, read_broken

_JSON_MARK = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"?|//[^\n]*|/\*.*?(?:\*/|\Z)|,(?=\s*[}\]])|[{}]", re.DOTALL)
_TOML_PLACE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")

_EXTRAS = "JSON knows neither the comments nor the last commas in this front matter; passed over"


def read_toml(block: str) -> Read:
    """The values of a block of TOML."""
    try:
        return Read(_as_texts(tomllib.loads(block, parse_float=str)))
    except RecursionError:
        return read_broken(block, "TOML", "nested too deep")
    except ValueError as problem:  # as of a number with thousands of digits, which is no fault of TOML
        place = _TOML_PLACE.search(str(problem))
        line = int(place[1]) - 1 if place and place[1] else 0
        return read_broken(block, "TOML", _TOML_PLACE.sub("", str(problem)), line)


def read_json(block: str) -> Read:
    """The values of a JSON object, without the comments and commas that JSON does not know."""
    plain, has_extras = _without_extras(block)
    try:
        values = json.loads(plain, parse_int=str, parse_float=str, parse_constant=str, strict=False)
    except RecursionError:
        return read_broken(block, "JSON", "nested too deep")
    except json.JSONDecodeError as problem:
        lines = "\n".join(line.rstrip().removesuffix(",") for line in block.split("\n"))
        return read_broken(lines, "JSON", problem.msg, problem.lineno - 1)
    if not isinstance(values, dict):
        return Read({}, broken("JSON", "it is not a list of keys and values"))
    return Read(_as_texts(values), _EXTRAS if has_extras else "")


def find_json_end(text: str) -> int | None:
    """Where the object that a text begins with ends; None where it never does."""
    depth = 0
    for match in _JSON_MARK.finditer(text):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if not depth and match[0] == "}":
            return match.end()
    return None


def _without_extras(block: str) -> tuple[str, bool]:
    """A block of JSON without comments, each character in its place, and whether there were any."""
    found = False

    def blanked(match: re.Match[str]) -> str:
        nonlocal found
        if match[0][0] not in "/,":
            return match[0]
        found = True
        return re.sub(r"[^\n]", " ", match[0])

    return _JSON_MARK.sub(blanked, block), found


def _as_texts(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values, each a text, a list of texts or a table of the same."""
    return {str(key): _as_text(value) for key, value in values.items()}


def _as_text(value: Any) -> Any:
    if isinstance(value, Mapping):
        return _as_texts(value)
    if isinstance(value, list):
        return [_as_text(one) for one in value]
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else value if isinstance(value, str) else str(value)
