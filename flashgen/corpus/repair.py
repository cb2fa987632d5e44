"""Repairs of damage known from real, machine-made documents, so that a CommonMark parser reads what was meant.

Lines go in and come out with their numbers in the file, since a repair may add or blank a line. Code blocks
are left alone. Each repair is one function in `_LINE_REPAIRS` or `_BLOCK_REPAIRS`, with what users are told of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from flashgen.corpus.faults import Fault, by_line, changed_lines, one_fault
from flashgen.corpus.fences import code_lines
from flashgen.corpus.link_repair import allow_spaces, join_parted_links, mend_links
from flashgen.corpus.lists import ENDS, Line, part_run_together, unmark_wrapped_dashes
from flashgen.corpus.raw_html import RAW_OPEN
from flashgen.language import marks, scripts
from flashgen.language.late_patterns import late_pattern

_CJK = f"{scripts.EAST_ASIAN}{scripts.HALF_WIDTH_KANA}"
_HEADING = re.compile(r"^( {0,3}>?[ \t]*)([#＃]{1,6})[ \t\u3000]*(?=[^\s#＃])")
_WIDE_QUOTE = re.compile(r"^( {0,3})＞")
_HASHTAG = re.compile(r"^ {0,3}#(?=[^\s#])")
_BULLET = re.compile(r"^([ \t]*)(?:[•·▪◦‣・●○]|[–—](?=\s))[ \t]*(?=\S)")
_GLUED = late_pattern(rf"^([ \t]*)(-(?=[^\s\d+\-.,_=])|-(?=\d[^\n]*[{_CJK}])|\d{{1,3}}\.(?=[^\W\d_]))")
_GLUED_DASH = late_pattern(rf"^([ \t]*)-(?=[{_CJK}\[])")
_NUMBER = late_pattern(rf"^([ \t]*)(\d{{1,3}})(?:[)）][ \t]*|[、．][ \t]*|\.(?=[{_CJK}])|\.[ \t]+)(?=\S)")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_QUOTE = re.compile(r"^ {0,3}[>＞][ \t]?")
_QUOTE_HEADING = re.compile(r"^ {0,3}>[ \t]*#{1,6}[ \t]")
_BEGINS = re.compile(r"[\"'“„«‘([*]*[^\W\d_a-zà-öø-ÿа-яё]")
_INNER_END = re.compile(
    rf"[{marks.ENDS}][{marks.CLOSERS}]*\s+[\"'“„«‘(\[*]*(?=[^\W\d_a-zà-öø-ÿа-яё])"
    rf"|[{marks.CLEAR_ENDS}][{marks.CLOSERS}]*(?=[^{marks.CLOSERS}\s])"
)
_STRUCTURE = re.compile(r"\s*(?:[#>|<]|[-*+]\s|\d{1,3}[.)]\s)")  # a heading, a quotation, a table, a tag, an item
_REMOVED_IMAGE = re.compile(rf"<[{marks.EXCLAMATION_MARKS}][^<>\n]{{0,200}}?[0-9A-Fa-f]{{32}}[^<>\n]*>?")
_MARKUP_ONLY = re.compile(r"^[\s>]*+(?:<[^<>]*+>\s*+)++(?:[TТ]{3}\s*+(?:<[^<>]*+>\s*+)*+)?$")
_COMMENT = re.compile(r" {0,3}<!--(?:[^-]|-(?!->))*+-->\s*$")
_PLACEHOLDER = re.compile(r"<\s*+h\d[^<>]*+>\s*+<a[^<>]*+>\s*+\w{0,4}+\s*+<\s*+/\s*+a\s*+>\s*+<\s*+/\s*+h\d\s*+>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})(?:\\u([0-9a-fA-F]{4}))?")
_IN_FORM = re.compile(r"(?:#{1,6}|-) [^\W_]")
"""What no mark is mended in, as it stands in the one form already."""
_MARKED = re.compile(r"^ {0,3}(?:>[ \t]?)? {0,3}(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]")
"""What Markdown knows as it stands; such a line is only brought into one form."""
_WRAPPED_DASH = "a dash of a sentence that begins the line: read as no bullet"


def repair_lines(lines: list[Line]) -> tuple[list[Line], list[Fault]]:
    """The lines of a document's body, repaired, and what was repaired. The numbers stay those of the file."""
    fenced = code_lines(lines)
    code = {number: line for number, line in lines if number in fenced}
    # code is taken out while the rest is repaired, and then put back as it was
    bare = [(number, "" if number in code else line) for number, line in lines]
    repaired = unmark_wrapped_dashes(bare)
    shorter = [n for (n, line), (_, now) in zip(bare, repaired, strict=True) if len(now) < len(line)]
    faults = one_fault(_WRAPPED_DASH, shorter)
    repaired, more = _repair_each(repaired)
    faults += more
    for block_repair, told in _BLOCK_REPAIRS.items():
        before, repaired = repaired, block_repair(repaired)
        faults += one_fault(told, changed_lines(before, repaired))
    return [(number, code.get(number, line)) for number, line in repaired], sorted(faults, key=by_line)


def _repair_each(lines: list[Line]) -> tuple[list[Line], list[Fault]]:
    """The lines after the repairs that look at one line alone, and what was repaired."""
    repaired = list(lines)
    changed: dict[str, list[int]] = {told: [] for _, _, told in _LINE_REPAIRS}
    for index, (number, line) in enumerate(lines):
        if not _MAY_BE_DAMAGED.match(line):
            continue
        for repair, mark, told in _LINE_REPAIRS:
            if mark in line and (now := repair(line)) != line:
                if repair not in _OF_MARKS or not _MARKED.match(line):
                    changed[told].append(number)
                line = now
        repaired[index] = (number, line)
    return repaired, [fault for told, numbers in changed.items() for fault in one_fault(told, numbers)]


def _at_start(pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str], line: str) -> str:
    """A line with what it begins with replaced; where it begins otherwise, nobody looks for that in the rest of it."""
    return pattern.sub(by, line, count=1) if pattern.match(line) else line


def _full_width_marks(line: str) -> str:
    """`＃＃ Heading`, `##Heading` and `＞ quotation` become what CommonMark knows."""
    if _IN_FORM.match(line):
        return line
    line = _at_start(_WIDE_QUOTE, r"\1>", line)
    if _HASHTAG.match(line):  # one hash glued to a word is a hashtag rather than a heading
        return line
    return _at_start(_HEADING, lambda match: f"{match[1]}{'#' * len(match[2])} ", line)


def _list_marks(line: str) -> str:
    """Bullets typed as dashes or dots, and numbers glued to their text, become list items."""
    if _IN_FORM.match(line):
        return line
    line = _at_start(_BULLET, r"\1- ", line)
    line = _at_start(_NUMBER, lambda match: f"{match[1]}{int(match[2])}. ", line)
    return _at_start(_GLUED_DASH, r"\1- ", line)


def _remains(line: str) -> str:
    """Drop markers of removed images, and placeholders."""
    return _PLACEHOLDER.sub("", _REMOVED_IMAGE.sub("", line)) if "<" in line else line


def _bare_tags(line: str) -> str:
    """Drop lines that hold nothing but tags; a comment stays, since it may part a list from what follows."""
    if _COMMENT.match(line):
        return "<!-- -->"
    return "" if "<" in line and _MARKUP_ONLY.match(line) and not RAW_OPEN.match(line) else line


def _escapes(line: str) -> str:
    r"""Resolve literal `\u00e9` escapes outside code."""
    if "\\u" not in line or "`" in line:
        return line

    def resolved(match: re.Match[str]) -> str:
        units = b"".join(int(unit, 16).to_bytes(2, "big") for unit in match.groups() if unit)
        try:
            character = units.decode("utf-16-be")
        except UnicodeDecodeError:
            return match[0]
        return character if character.isprintable() else match[0]

    return _ESCAPE.sub(resolved, line)


def _strong(line: str) -> str:
    """`** Name **` is strong text whose marks were torn off by spaces."""
    parts = line.split("**")
    if len(parts) % 2 == 0 or ("** " not in line and " **" not in line):
        return line
    for inside in range(1, len(parts), 2):
        words = parts[inside]
        if not words.strip():
            return line
        before = " " if words[0] == " " and parts[inside - 1][-1:].strip() else ""
        after = " " if words[-1] == " " and parts[inside + 1][:1].isalnum() else ""
        parts[inside] = words.strip()
        parts[inside - 1] += before
        parts[inside + 1] = after + parts[inside + 1]
    return "**".join(parts)


_LINE_REPAIRS: tuple[tuple[Callable[[str], str], str, str], ...] = (
    (
        _full_width_marks,
        "",
        "a heading or a quotation with full-width marks or no space behind them: read all the same",
    ),
    (_list_marks, "", "a list item with a mark that Markdown does not know: read as one"),
    (_remains, "<", "what is left of an image: passed over"),
    (_bare_tags, "<", ""),
    (_escapes, "\\u", r"a character written as an escape (\u00e9): read as that character"),
    (mend_links, "(/", "a link that is not closed, is torn in two or has spaces in its address: read as one link"),
    (join_parted_links, "] (http", "a link whose address stands apart from its words: read as one link"),
    (allow_spaces, "](", "a link with spaces in the name of its file: read as one"),
    (_strong, "**", "strong text with spaces inside its marks: read as strong text"),
)
"""Each with what stands in every line that it changes, and what is told of it."""
_MAY_BE_DAMAGED = re.compile(r"[ \t]*+(?:[^\w\s]|\d)|[^<\\(*]*+[<\\(*]")
"""A line that begins with a sign or a digit, or holds what one of the repairs needs; most lines are neither."""
_OF_MARKS = (_full_width_marks, _list_marks)


def _glued_marks(lines: list[Line]) -> list[Line]:
    """`-item` and `1.item` are list items where the next or previous line of text is one, too."""
    texts = [i for i, (_, line) in enumerate(lines) if line.strip()]
    repaired = list(lines)
    for position, i in enumerate(texts):
        number, line = lines[i]
        if not _GLUED.match(line):
            continue
        neighbours = (texts[k] for k in (position - 1, position + 1) if 0 <= k < len(texts))
        if any(_ITEM.match(repaired[k][1]) or _GLUED.match(lines[k][1]) for k in neighbours):
            repaired[i] = (number, _GLUED.sub(r"\1\2 ", line))
    return repaired


def _join_quotations(lines: list[Line]) -> list[Line]:
    """A blank line between a quotation's heading and its text does not part them; a later one does, or an empty `>`."""
    joined = list(lines)
    for i, (_, line) in enumerate(lines):
        if not _QUOTE_HEADING.match(line):
            continue
        last, has_text = i, False
        for j in range(i + 1, len(lines)):
            following = lines[j][1]
            if not following.strip():
                continue
            text = _QUOTE.sub("", following).strip()
            if (
                not _QUOTE.match(following)
                or _QUOTE_HEADING.match(following)
                or (has_text and (not text or j > last + 1))
            ):
                break
            has_text = has_text or bool(text)
            for k in range(last + 1, j):
                joined[k] = (lines[k][0], ">")
            last = j
    return joined


def _part_lines(lines: list[Line]) -> list[Line]:
    """Where a document writes every paragraph on one line, a new line is a new paragraph.

    A list item need not end in a full stop: what follows it on a line of its own continues it only in lower case.
    """
    breaks = [i for i in range(1, len(lines)) if _continues(lines[i - 1][1], lines[i][1])]
    after_items = {i for i in breaks if _ITEM.match(lines[i - 1][1])}
    between = [i for i in breaks if i not in after_items]
    if between and not _has_paragraphs_for_lines(lines, between):
        return lines
    parting = {*between, *(i for i in after_items if _BEGINS.match(lines[i][1]))}
    parted: list[Line] = []
    for i, (number, line) in enumerate(lines):
        if i in parting:
            parted.append((number, ">" if _QUOTE.match(line) else ""))
        parted.append((number, line))
    return parted


def _has_paragraphs_for_lines(lines: list[Line], between: list[int]) -> bool:
    """Whether lines that follow each other directly are paragraphs; `between` are those that follow one.

    Most documents part their paragraphs by blank lines, and then they wrap them, be it at a width, be it after every
    sentence. The others show themselves by three signs: no blank line stands between two lines of text, each line
    ends a sentence (or leads in), and most hold more sentences than one.
    """
    ends = all(ENDS.search(lines[i - 1][1]) for i in between)
    if not ends or _parts_by_blank_lines(lines):
        return False
    following = {*between, *(i - 1 for i in between)}
    return 2 * sum(_INNER_END.search(lines[i][1]) is not None for i in following) > len(following)


def _parts_by_blank_lines(lines: list[Line]) -> bool:
    """Whether a blank line stands between two lines of running text."""
    texts = [i for i, (_, line) in enumerate(lines) if line.strip()]
    return any(
        later - before > 1 and not _STRUCTURE.match(lines[before][1]) and not _STRUCTURE.match(lines[later][1])
        for before, later in pairwise(texts)
    )


def _continues(before: str, line: str) -> bool:
    """Whether CommonMark would read `line` as a continuation of the paragraph or item in `before`."""
    if not before.strip() or not line.strip() or line[0] in " \t#<|`~" or before[0] in "#<|`~":
        return False
    before_quoted, quoted = bool(_QUOTE.match(before)), bool(_QUOTE.match(line))
    before_text, text = _QUOTE.sub("", before), _QUOTE.sub("", line)
    if not text.strip() or not before_text.strip() or before_text[0] == "#":
        return False
    return before_quoted == quoted and not _ITEM.match(text) and not re.match(r"[-=*_]{3,}\s*$", text)


_BLOCK_REPAIRS = {
    _glued_marks: "a list item with no space behind its mark: read as one",
    part_run_together: "list items that run together on one line: read as a list",
    _join_quotations: "a blank line between the heading of a quotation and its text: read as one quotation",
    _part_lines: "no blank line before a new paragraph: read as one",
}
