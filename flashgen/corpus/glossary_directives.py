"""Glossaries as Sphinx has them with MyST -> definition lists, which Markdown's plugin knows."""

from __future__ import annotations

import re

from flashgen.corpus.lists import Line

_OPENS = re.compile(r"(`{3,}|~{3,}|:{3,})[ \t]*\{glossary\}[ \t]*")
_OPTION = re.compile(r":[\w-]+:")


def glossaries_as_lists(lines: list[Line]) -> list[Line]:
    """The lines, each glossary written as a list of terms with their definitions; one that never ends stays."""
    if not any("{glossary}" in line for _, line in lines):
        return lines
    found = list(lines)
    begin, fence = 0, ""
    for index, (_, line) in enumerate(lines):
        if not fence and (opens := _OPENS.fullmatch(line)):
            begin, fence = index, opens[1]
        elif fence and line.strip() == fence:
            found[begin : index + 1] = _as_list(lines[begin : index + 1])
            fence = ""
    return found


def _as_list(lines: list[Line]) -> list[Line]:
    """Terms stand at the margin, and their definitions indented below them."""
    made = [(lines[0][0], "")]
    is_term = False
    for number, line in lines[1:-1]:
        if not line[:1].isspace():
            is_term = bool(line.strip()) and not _OPTION.match(line)
            made.append((number, line if is_term else ""))
        else:
            made.append((number, f": {line.strip()}" if is_term and line.strip() else line))
            is_term = is_term and not line.strip()
    return [*made, (lines[-1][0], "")]
