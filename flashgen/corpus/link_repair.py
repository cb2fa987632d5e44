"""Links that Markdown would not read as such: never closed, torn in two, or with spaces in their addresses."""

from __future__ import annotations

import re

from flashgen.corpus.plain_links import PLAIN

_OPEN_LINK = re.compile(r"(\]\(/[^()\s,]*)(?:(?=,\s)|(?=\s[^()]*$))")
_PARTED_LINK = re.compile(r"\]\s+\((?=/[^()\s]*\))")
_PARTED_EXTERNAL = re.compile(r"\] \((?=https?://[^()\s]*\))")
_SPACED_LINK = re.compile(r'\]\((/[^()<>"\n]*?[^()<>"\n\s])\)')  # one with a title in quotes is no broken one
_STRAY_STOP = re.compile(r"(\]\([^()\n]*\)),\.(?=\s|$)")
_BESIDE = re.compile(r"\)\s*+\[")
_SPLIT_LINK = re.compile(r"\[([^\[\]\n]*)\]\((/[^()\n]*)\)(\s*)\[([^\[\]\n]*)\]\(\2\)")
_SPACED_NAME = re.compile(
    r'\]\(([^()\[\]<>"\n]*(?:\([^()\[\]<>"\n]*\)[^()\[\]<>"\n]*)*\.(?:md|markdown|mdx|qmd|rmd|txt)(?:#[^()\[\]<>"\s]*)?)\)',
    re.IGNORECASE,
)
"""A file, which people may call `clock (es).md`."""


def mend_links(line: str) -> str:
    """Close links that were never closed, allow spaces in targets, join a link that was split in two.

    All of these begin at the root of the site, as damaged ones do.
    """
    is_sound = PLAIN.fullmatch(line) is not None  # as most lines are, but for what stands between their links
    line = line if is_sound else _PARTED_LINK.sub("](", line)
    if "](/" not in line:
        return line
    line = line if is_sound else _OPEN_LINK.sub(r"\1)", line)
    line = _STRAY_STOP.sub(r"\1,", line) if "),." in line else line
    previous = "" if _BESIDE.search(line) else line
    while previous != line:
        previous, line = line, _SPLIT_LINK.sub(r"[\1\3\4](\2)", line)
    return line if is_sound else _SPACED_LINK.sub(_in_brackets, line)


def join_parted_links(line: str) -> str:
    """Links to other sites whose words and address a space tears apart."""
    return _PARTED_EXTERNAL.sub("](", line)


def allow_spaces(line: str) -> str:
    """Links to files with spaces in their names."""
    return _SPACED_NAME.sub(_in_brackets, line) if "](" in line else line


def _in_brackets(link: re.Match[str]) -> str:
    return f"](<{link[1]}>)" if " " in link[1] else link[0]
