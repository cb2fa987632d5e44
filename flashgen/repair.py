"""Repairs of damage known from real, machine-made documents, so that a CommonMark parser reads what was meant.

Lines go in and come out with their numbers in the file, since a repair may add or blank a line. Code blocks
are left alone. Each repair is one function in `_LINE_REPAIRS` or `_BLOCK_REPAIRS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Line = tuple[int, str]
"""A line's number in the file (1-based) and its text without the line end."""

_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff66-\uff9f"
_HEADING = re.compile(r"^( {0,3}>?[ \t]*)([#＃]{1,6})[ \t\u3000]*(?=[^\s#＃])")
_HASHTAG = re.compile(r"^ {0,3}#(?=[^\s#])")
_BULLET = re.compile(r"^([ \t]*)(?:[•·▪◦‣・●○]|[–—](?=\s))[ \t]*(?=\S)")
_DASH = re.compile(r"^([ \t]*)[-*+](?=[^\s\d*+\-.,_=])")
_NUMBER = re.compile(rf"^([ \t]*)(\d{{1,3}})(?:[)）][ \t]*|[、．][ \t]*|\.(?=[{_CJK}])|\.[ \t]+)(?=\S)")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_QUOTE = re.compile(r"^ {0,3}[>＞][ \t]?")
_QUOTE_HEADING = re.compile(r"^ {0,3}>[ \t]*#{1,6}[ \t]")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।:;][\"'”’»)\]）」]*\s*$")
_REMOVED_IMAGE = re.compile(r"<[!！][^>\n]*[0-9A-Fa-f]{32}[^>\n]*>?")
_MARKUP_ONLY = re.compile(r"^[\s>]*(?:<[^<>]*>\s*)+(?:[TТ]{3}\s*)?(?:<[^<>]*>\s*)*$")
_PLACEHOLDER = re.compile(r"^\s*<\s*h\d[^<>]*>\s*<a[^<>]*>\s*\w{1,4}\s*<\s*/\s*a\s*>\s*<\s*/\s*h\d\s*>\s*$")
_RAW_OPEN = re.compile(
    r"^ {0,3}<\s*(table|script|style|svg|math|iframe|object|video|audio|figure|form|pre)\b", re.IGNORECASE
)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})(?:\\u([0-9a-fA-F]{4}))?")
_OPEN_LINK = re.compile(r"(\]\(/[^()\s,]*)(?=[,\s])([^()]*)$")
_SPACED_LINK = re.compile(r"\]\((/[^()<>\n]*?[^()<>\n\s])\)")
_LOOSE_STRONG = re.compile(r"(\*\*|__)[ \t]+([^*_\n]+?)[ \t]*\1|(\*\*|__)([^*_\s\n][^*_\n]*?)[ \t]+\3")
_SPLIT_LINK = re.compile(r"\[([^\[\]\n]*)\]\((/[^()\n]*)\)(\s*)\[([^\[\]\n]*)\]\(\2\)")


def repair_lines(lines: list[Line]) -> list[Line]:
    """The lines of a document's body, repaired. The numbers stay those of the file."""
    repaired = _outside_code(lines, _repair_line)
    for repair in _BLOCK_REPAIRS:
        repaired = repair(repaired)
    return repaired


def _repair_line(line: str) -> str:
    for repair in _LINE_REPAIRS:
        line = repair(line)
    return line


def _outside_code(lines: list[Line], repair: Callable[[str], str]) -> list[Line]:
    repaired: list[Line] = []
    fence = ""
    for number, line in lines:
        if match := _FENCE.match(line):
            fence = "" if fence == match[1] else fence or match[1]
        elif not fence:
            line = repair(line)
        repaired.append((number, line))
    return repaired


def _full_width_marks(line: str) -> str:
    """`＃＃ Heading`, `##Heading` and `＞ quotation` become what CommonMark knows."""
    line = re.sub(r"^( {0,3})＞", r"\1>", line)
    if _HASHTAG.match(line):  # one hash glued to a word is a hashtag rather than a heading
        return line
    return _HEADING.sub(lambda match: f"{match[1]}{'#' * len(match[2])} ", line)


def _list_marks(line: str) -> str:
    """Bullets typed as dashes or dots, and numbers glued to their text, become list items."""
    line = _BULLET.sub(r"\1- ", line)
    line = _NUMBER.sub(lambda match: f"{match[1]}{int(match[2])}. ", line)
    return re.sub(rf"^([ \t]*)-(?=[{_CJK}\[])", r"\1- ", line)


def _remains(line: str) -> str:
    """Drop markers of removed images, and lines that hold nothing but tags and a placeholder."""
    line = _REMOVED_IMAGE.sub("", line)
    if "<" in line and (_PLACEHOLDER.match(line) or (_MARKUP_ONLY.match(line) and not _RAW_OPEN.match(line))):
        return ""
    return line


def _escapes(line: str) -> str:
    r"""Resolve literal `\u00e9` escapes outside code."""
    if "\\u" not in line or "`" in line:
        return line

    def character(match: re.Match[str]) -> str:
        units = b"".join(int(unit, 16).to_bytes(2, "big") for unit in match.groups() if unit)
        try:
            return units.decode("utf-16-be")
        except UnicodeDecodeError:
            return match[0]

    return _ESCAPE.sub(character, line)


def _links(line: str) -> str:
    """Close links that were never closed, allow spaces in targets, join a link that was split in two."""
    if "](/" not in line:
        return line
    line = _OPEN_LINK.sub(r"\1)\2", line)
    line = re.sub(r"(\]\([^()\n]*\)),\.(?=\s|$)", r"\1,", line)
    previous = ""
    while previous != line:
        previous, line = line, _SPLIT_LINK.sub(r"[\1\3\4](\2)", line)
    return _SPACED_LINK.sub(lambda m: f"](<{m[1]}>)" if " " in m[1] else m[0], line)


def _strong(line: str) -> str:
    """`** Name **` is strong text whose marks were torn off by spaces."""
    if "** " not in line and " **" not in line:
        return line
    return _LOOSE_STRONG.sub(lambda m: f"**{(m[2] or m[4]).strip()}**", line) if line.count("**") % 2 == 0 else line


_LINE_REPAIRS = (_full_width_marks, _list_marks, _remains, _escapes, _links, _strong)


def _drop_raw_html(lines: list[Line]) -> list[Line]:
    """Blank raw HTML blocks to their closing tag: a table may hold blank lines, which end it for CommonMark."""
    kept: list[Line] = []
    closing: re.Pattern[str] | None = None
    for index, (number, line) in enumerate(lines):
        if closing is None and (match := _RAW_OPEN.match(line)):
            closing = re.compile(rf"<\s*/\s*{match[1]}\s*>", re.IGNORECASE)
            if not any(closing.search(later) for _, later in lines[index:]):
                closing = None  # an unclosed tag must not swallow the rest: let the parser drop this block
        ends = closing is not None and closing.search(line) is not None
        kept.append((number, "" if closing else line))
        if ends:
            closing = None
    return kept


def _glued_dashes(lines: list[Line]) -> list[Line]:
    """`-item` is a list item where a neighbouring line is one, or where every dash line of the text lacks its space."""
    glued = [i for i, (_, line) in enumerate(lines) if _DASH.match(line)]
    if len(glued) < 2 and not any(_ITEM.match(line) for _, line in lines):
        return lines
    repaired = list(lines)
    for i in glued:
        before = next((line for _, line in reversed(repaired[:i]) if line.strip()), "")
        after = next((line for _, line in repaired[i + 1 :] if line.strip()), "")
        if any(_ITEM.match(line) or _DASH.match(line) for line in (before, after)):
            number, line = repaired[i]
            repaired[i] = (number, _DASH.sub(r"\1- ", line) if line.lstrip()[0] == "-" else line)
    return repaired


def _join_quotations(lines: list[Line]) -> list[Line]:
    """A blank line between a quotation's heading and its text does not part them."""
    joined = list(lines)
    for i, (_, line) in enumerate(lines):
        if not _QUOTE_HEADING.match(line):
            continue
        following = next((j for j in range(i + 1, len(lines)) if lines[j][1].strip()), None)
        if following is not None and _QUOTE.match(lines[following][1]):
            for j in range(i + 1, following):
                joined[j] = (lines[j][0], ">")
    return joined


def _part_lines(lines: list[Line]) -> list[Line]:
    """Where a document writes every paragraph on one line, a new line is a new paragraph.

    Such a document shows itself: whenever two lines of text follow each other, the first ends a sentence
    (or a lead-in). In a hard-wrapped one some line ends in the middle of a sentence.
    """
    breaks = [i for i in range(1, len(lines)) if _continues(lines[i - 1][1], lines[i][1])]
    if not breaks or not all(_SENTENCE_END.search(lines[i - 1][1]) for i in breaks):
        return lines
    if sum(len(lines[i - 1][1]) for i in breaks) < 60 * len(breaks) and len(breaks) > 1:
        return lines  # one short sentence a line: a way of writing paragraphs, not of parting them
    parted: list[Line] = []
    for i, (number, line) in enumerate(lines):
        if i in breaks:
            quoted = bool(_QUOTE.match(line))
            parted.append((number, ">" if quoted else ""))
        parted.append((number, line))
    return parted


def _continues(before: str, line: str) -> bool:
    """Whether CommonMark would read `line` as a continuation of the paragraph or item in `before`."""
    if not before.strip() or not line.strip() or line[0] in " \t#<|`~" or before[0] in "#<|`~":
        return False
    before_quoted, quoted = bool(_QUOTE.match(before)), bool(_QUOTE.match(line))
    before_text, text = _QUOTE.sub("", before), _QUOTE.sub("", line)
    if not text.strip() or not before_text.strip() or before_text[0] == "#":
        return False
    return before_quoted == quoted and not _ITEM.match(text) and not re.match(r"[-=*_]{3,}\s*$", text)


_BLOCK_REPAIRS = (_drop_raw_html, _glued_dashes, _join_quotations, _part_lines)
