"""Links and images by reference (`[text][label]`, `![Tide][]`) -> as if their addresses stood in the text.

Everything that reads a text looks for addresses in it. What the line `[label]: address` defines may stand anywhere in
the document; a label in brackets that nothing defines is text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from flashgen.corpus.lists import Line
from flashgen.corpus.macros import parts_by_code

_DEFINITION = re.compile(
    r" {0,3}\[(?!\^)([^\[\]\n]+)\]:[ \t]*+<?([^\s<>]+)>?[ \t]*+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\))?[ \t]*+"
)
_REFERENCE = re.compile(r"(?<![\\\]])\[(?!\^)([^\[\]]+)\](?:\[([^\[\]]*)\])?(?![\[(:])")
_AROUND_IMAGE = re.compile(r"(?<!\\)\[(!\[[^\[\]]*\]\([^()\s]*\)(?:\{[^{}\n]*\})?)\]\[([^\[\]]+)\]")
_BRACKETS = str.maketrans({"(": "%28", ")": "%29"})


def with_addresses(lines: list[Line], code: frozenset[int]) -> list[Line]:
    """The lines of a document with addresses in place of labels; definitions stay, which no reader sees."""
    addresses: dict[str, str] = {}
    for number, line in lines:
        if "]:" in line and number not in code and (found := _DEFINITION.fullmatch(line)):
            addresses.setdefault(_normal(found[1]), found[2].translate(_BRACKETS))
    if not addresses:
        return lines
    found_lines: list[Line] = []
    paragraph: list[Line] = []
    for number, line in [*lines, (0, "")]:
        if line.strip() and number not in code and not _DEFINITION.fullmatch(line):
            paragraph.append((number, line))
            continue
        found_lines += _resolved(paragraph, addresses)
        paragraph = []
        found_lines.append((number, line))
    return found_lines[:-1]


def _resolved(paragraph: list[Line], addresses: Mapping[str, str]) -> list[Line]:
    """The lines of a paragraph, in which a label may run over the end of one."""
    text = "\n".join(line for _, line in paragraph)
    if "]" not in text:
        return paragraph

    def addressed(match: re.Match[str]) -> str:
        label = _normal(match[2] or match[1])
        # a number in brackets is the mark of a note
        is_known = label in addresses and (match[2] is not None or not label.isdecimal())
        return f"[{match[1]}]({addresses[label]})" if is_known else match[0]

    parts = [
        part if is_code else _AROUND_IMAGE.sub(addressed, _REFERENCE.sub(addressed, part))
        for part, is_code in parts_by_code(text)
    ]
    numbers = [number for number, _ in paragraph]
    return list(zip(numbers, "".join(parts).split("\n"), strict=True))


def _normal(label: str) -> str:
    return " ".join(label.casefold().split())
