"""Front matter that a formatter of Markdown took for text: a thematic break, and a heading made of its keys.

To one that knows no front matter, `---`, keys and `---` are a thematic break and an underlined heading, and it writes
them so: `***` and `## title: Tide`, or the keys above a longer underline.
"""

from __future__ import annotations

import re

from flashgen.corpus.front_lines import is_usual, key_line, leading_keys

_BREAK = re.compile(r"(?:\*{3,}|-{3,}|_{3,})[ \t]*+")
_HEADING = re.compile(r"##[ \t]+(\S.*)")
_UNDERLINE = re.compile(r"-{2,}[ \t]*+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def find_formatted(lines: list[str], begin: int) -> tuple[str, int] | None:
    """The keys of such front matter as they were before, and the index of its last line; None where a text begins."""
    if not _BREAK.fullmatch(lines[begin]) or begin + 2 >= len(lines) or lines[begin + 1].strip():
        return None
    top = next((i for i in range(begin + 2, len(lines)) if lines[i].strip()), len(lines))
    if top < len(lines) and (heading := _HEADING.fullmatch(lines[top])):
        return (_unescaped(heading[1]), top) if _is_key(heading[1]) else None
    end = top + leading_keys(lines[top:])
    keys = lines[top:end]
    if end >= len(lines) or not _UNDERLINE.fullmatch(lines[end]) or not any(map(_is_key, keys)):
        return None
    return "\n".join(map(_unescaped, keys)), end


def _is_key(line: str) -> bool:
    """Whether a line is a key of front matter; in lower case, since a heading may be "Summary: the tide"."""
    read = key_line(line)
    return read is not None and read[0].islower() and is_usual(line)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
