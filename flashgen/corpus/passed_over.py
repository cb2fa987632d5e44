"""Lines that no reader of the page sees as they stand: imports, macros on lines of their own, notes at the foot.

They are blanked, each listed with what it is, so that `flashgen show` can tell what was not read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from flashgen.corpus import plain_tables
from flashgen.corpus.faults import Fault, Unread
from flashgen.corpus.formulas import formula
from flashgen.corpus.lists import Line
from flashgen.corpus.macros import parts_by_code
from flashgen.language.text_types import introduces

_ANY = re.compile(
    r"import\s|export\s|\{|<[A-Za-z/]|\[!|\[\[|\[\^|\*\[|!\[|TOC|toc\]|:::|%%|#[^\s#]|\)=|-8<-|\$\$|\\\["
    rf"|{plain_tables.MARKS}"
)
"""Without any of these, a line is text, or code."""
_IMPORT = re.compile(
    r"import\s++(?:[^'\"]*\bfrom\s++)?['\"]|import\s+\{[^'\"}]*$|export\s+(?:default|const|let|function|class|\{|\*)"
)
_MACROS = re.compile(r"\s*(?:(?:\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{/\*[^{}]*\*/\}|\{[\w.]+\})\s*)+")
_STATEMENT = re.compile(r"\s*(?:(?:\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}|\{/\*[^{}]*\*/\})\s*)+")
_HAS_TEXT = re.compile(r"\b(?:text|term_id)\s*=")
_OPENED = re.compile(r"\s*(?:\{\{[<%]|\{%)[^{}]*")
_COMPONENT = re.compile(r"\s*(?:</?[A-Z][\w.]*(?:\s[^<>]*)?>\s*)+")
_COMPONENT_OPENED = re.compile(r"\s*<[A-Z][\w.]*(?:\s[^<>]*)?")
_CONTENTS = re.compile(r"\s*(?:\[TOC\]|\[\[_?TOC_?\]\]|\$\{toc\})\s*", re.IGNORECASE)
_INCLUDED = re.compile(r"\s*\[![A-Za-z]+[ \[].*\]\s*|\s*\{\{#.*\}\}\s*|\s*!\[\[[^\[\]]*\]\]\s*")
_COLONS = re.compile(r"\s*:{3,}\s*")
_EXTENSION = re.compile(r"\s*:{3}[ \t]*+[A-Za-z][\w-]*+(?:[ \t][^:]*+(?::{1,2}(?!:)[^:]*+)*+)?:::\s*")
"""A mark of Microsoft's pages: `:::image source="a.png":::`, `:::row:::`."""
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\[\]]+\]:")
_ABBREVIATION = re.compile(r" {0,3}\*\[[^\[\]]+\]:")
_MATH = re.compile(r"\s*(?:\$\$|\\\[)")
_MATH_ENDS = re.compile(r".*(?:\$\$|\\\])\s*$")
_PROGRAM = re.compile(r"[ \t]*<(script|style)\b", re.IGNORECASE)
_HASHTAGS = re.compile(r"\s*(?:#[^\s#\d][^\s#]*\s*)+")
_CLASSES = re.compile(r"\s*\{\.[^{}\n]*\}\s*")
"""Attributes of the block below them, as MyST and Djot have them."""
_LABEL = re.compile(r"\([\w:. /-]+\)=[ \t]*")
_SNIPPET = re.compile(r"[ \t]*-{1,2}8<-{1,2}")
_COMMENT = re.compile(r"\s*%%(?!.*%%)")
_REMARK = re.compile(r"% +[^\W\d_]")
_IMAGE = re.compile(r"\s*(?:\[?!\[[^\[\]]*\]\([^()]*\)(?:\]\([^()]*\))?\s*)+")
_MACRO_MARK = re.compile(r"\{\{[<%]|\{%|[>%]\}\}|%\}")
_LONGEST_FORMULA = 400
_LINE_END = re.compile("\n")
LONE_IMAGE = "image"
"""What a line holds that holds nothing but images."""
_LONGEST = 60
"""Lines that a macro may run over."""


def pass_over(lines: list[Line], code: frozenset[int]) -> tuple[list[Line], tuple[Unread, ...], tuple[Fault, ...]]:
    """The lines without those that are no text; what was left out; and which macros never close."""
    reader = _Reader(lines, code)
    index = 0
    while index < len(lines):
        index += reader.read(index)
    return reader.lines, tuple(reader.unread), tuple(reader.faults)


class _Reader:
    """Walks once over the lines."""

    def __init__(self, lines: list[Line], code: frozenset[int]) -> None:
        self.lines = list(lines)
        self.unread: list[Unread] = []
        self.faults: list[Fault] = []
        self.code = code
        self._told = 0
        """The line down to which open macros were told."""
        self._last_closing: dict[str, int] = {}
        """By tag, the index of the last line that closes one."""

    def read(self, index: int) -> int:
        """Look at a line, and blank it and what belongs to it if it is no text; how many lines it took."""
        number, line = self.lines[index]
        if number in self.code:
            if index == 0 or self.lines[index - 1][0] not in self.code:
                self.unread.append(Unread("code", number))
            return 1
        if not _ANY.search(line) and line[:2] != "% ":
            return 1
        if (program := _PROGRAM.match(line)) and (count := self._program(index, program[1].lower())):
            self.unread.append(Unread("raw-html", number, program[1].lower()))
            self._blank(index, count)
            return count
        if ("--" in line or "==" in line) and (table := self._table(index)):
            self.unread.append(Unread("table", self.lines[table.start][0]))
            self._blank(table.start, len(table))
            return table.stop - index
        for what, is_it, extent in _CASES:
            if is_it(self, index):
                count = extent(self, index) if extent else 1
                if count:
                    self._blank(index, count)
                    if what:
                        self.unread.append(Unread(what, number))
                    return count
        if "![" in line and _IMAGE.fullmatch(line):
            self.unread.append(Unread(LONE_IMAGE, number))
        elif index >= self._told and ("{{" in line or "{%" in line):
            self._tell_open_macro(index)
        return 1

    def _program(self, index: int, tag: str) -> int:
        """Lines of a script or style sheet, down to its closing tag; 0 where that is missing."""
        if tag not in self._last_closing:
            ends = (i for i in range(len(self.lines) - 1, -1, -1) if f"</{tag}" in self.lines[i][1].lower())
            self._last_closing[tag] = next(ends, -1)
        if self._last_closing[tag] < index:
            return 0
        return next(i for i in range(index, len(self.lines)) if f"</{tag}" in self.lines[i][1].lower()) - index + 1

    def _table(self, index: int) -> range | None:
        """The lines of a table drawn with dashes; none of one that holds code."""
        table = plain_tables.find_table(self.lines, index)
        return table if table and not any(self.lines[i][0] in self.code for i in table) else None

    def _tell_open_macro(self, index: int) -> None:
        """Tell of a macro that begins within a paragraph, which ends before the macro does."""
        count = self.paragraph(index)
        words = "\n".join(self.line(i) for i in range(index, index + count))
        prose = "".join(" " * len(part) if is_code else part for part, is_code in parts_by_code(words))
        marks = list(_MACRO_MARK.finditer(prose))
        ends = [end.start() for end in _LINE_END.finditer(prose)]
        for mark, following in zip(marks, [*marks[1:], None], strict=False):
            if mark[0].startswith("{") and (following is None or following[0].startswith("{")):
                said = f"{mark[0]!r} never closes in its paragraph: withheld as a template; close it"
                line = self.lines[index + bisect_left(ends, mark.start())][0]
                self.faults.append(Fault(said, line, is_repaired=False))
        self._told = index + count

    def line(self, index: int) -> str:
        return self.lines[index][1] if 0 <= index < len(self.lines) else ""

    def _blank(self, index: int, count: int) -> None:
        for i in range(index, min(index + count, len(self.lines))):
            self.lines[i] = (self.lines[i][0], "")

    def stands_alone(self, index: int) -> bool:
        return not self.line(index - 1).strip() and not self.line(index + 1).strip()

    def paragraph(self, index: int) -> int:
        """Lines down to a blank one."""
        end = index + 1
        while end < len(self.lines) and self.lines[end][1].strip():
            end += 1
        return end - index

    def note(self, index: int) -> int:
        """A footnote: its paragraph, and further ones that are indented."""
        count = self.paragraph(index)
        while True:
            after = index + count
            while after < len(self.lines) and not self.lines[after][1].strip():
                after += 1
            if after >= len(self.lines) or not self.lines[after][1].startswith(("    ", "\t")):
                return count
            count = after - index + self.paragraph(after)

    def until(self, index: int, ends: Callable[[str], bool]) -> int:
        """Lines down to the first that ends it; 0 where none does."""
        last = min(index + _LONGEST, len(self.lines))
        return next((i - index + 1 for i in range(index, last) if ends(self.lines[i][1])), 0)

    def comment(self, index: int) -> int:
        """A comment between lines with `%%`; 0 where it never ends."""
        later = self.until(index + 1, lambda line: "%%" in line)
        return later + 1 if later else 0

    def macro(self, index: int) -> int:
        """A macro on several lines; one that never closes is told, and stays."""
        mark = "%}" if self.line(index).lstrip().startswith("{%") else "}}"
        count = self.until(index, lambda line: line.rstrip().endswith(mark))
        if not count:
            said = f"{self.line(index).strip()[:40]!r} never closes: withheld as a template; close it with {mark!r}"
            self.faults.append(Fault(said, self.lines[index][0], is_repaired=False))
            self._told = index + self.paragraph(index)
        return count


def _is_lone_macro(reader: _Reader, index: int) -> bool:
    line = reader.line(index)
    if "{" not in line or _HAS_TEXT.search(line):
        return False
    return bool(_STATEMENT.fullmatch(line) or (reader.stands_alone(index) and _MACROS.fullmatch(line)))


def _is_display_math(reader: _Reader, index: int) -> bool:
    return bool(_MATH.match(reader.line(index))) and not reader.line(index - 1).strip()


def _formula(reader: _Reader, index: int) -> int:
    first = reader.line(index).strip()
    if len(first) > 4 and _MATH_ENDS.fullmatch(first):
        return 1 if not reader.line(index + 1).strip() else 0
    later = reader.until(index + 1, lambda line: bool(_MATH_ENDS.fullmatch(line)))
    return later + 1 if later else 0


def _announced_formula(reader: _Reader, index: int) -> int:
    """A formula that the paragraph before it announces with a colon becomes the end of that paragraph."""
    count = _formula(reader, index)
    near = range(index - 1, max(-1, index - 1 - _LONGEST), -1)
    before = next((i for i in near if reader.line(i).strip()), -1)
    if not count or before < 0 or not introduces(reader.line(before)):
        return 0
    written = " ".join(reader.line(i).strip() for i in range(index, index + count))
    tex = formula(written)
    if not tex or "$" in tex or len(tex) > _LONGEST_FORMULA or reader.lines[before][0] in reader.code:
        return 0
    reader.lines[before] = (reader.lines[before][0], f"{reader.line(before).rstrip()} $${tex}$$")
    return count


def _is_remark(reader: _Reader, index: int) -> bool:
    """Whether a line is a remark of its author, as MyST has them; within a paragraph, a percent sign may begin one."""
    line = reader.line(index)
    return line[:2] == "% " and _REMARK.match(line) is not None and (index == 0 or not reader.line(index - 1).strip())


def _matches(match: Callable[[str], re.Match[str] | None], mark: str) -> Callable[[_Reader, int], bool]:
    def matches(reader: _Reader, index: int) -> bool:
        line = reader.line(index)
        return mark in line and match(line) is not None

    return matches


_CASES: tuple[tuple[str, Callable[[_Reader, int], bool], Callable[[_Reader, int], int] | None], ...] = (
    ("", _matches(_IMPORT.match, "port"), _Reader.paragraph),
    ("macro", _is_lone_macro, None),
    ("macro", _matches(_OPENED.fullmatch, "{"), _Reader.macro),
    ("", _matches(_COMPONENT.fullmatch, "<"), None),
    (
        "",
        _matches(_COMPONENT_OPENED.fullmatch, "<"),
        lambda reader, index: reader.until(index, lambda line: ">" in line),
    ),
    ("", _matches(_CONTENTS.fullmatch, "toc"), None),
    ("", _matches(_CONTENTS.fullmatch, "TOC"), None),
    ("included", _matches(_INCLUDED.fullmatch, "["), None),
    ("", _matches(_COLONS.fullmatch, ":::"), None),
    (LONE_IMAGE, _matches(_EXTENSION.fullmatch, ":::image"), None),
    ("", _matches(_EXTENSION.fullmatch, ":::"), None),
    ("", _matches(_HASHTAGS.fullmatch, "#"), None),
    ("", _matches(_CLASSES.fullmatch, "{."), None),
    ("", _matches(_LABEL.fullmatch, ")="), None),
    ("included", _matches(_SNIPPET.match, "8<"), None),
    ("", _is_remark, None),
    ("", _matches(_COMMENT.match, "%%"), lambda reader, index: reader.comment(index)),
    ("footnote", _matches(_FOOTNOTE.match, "[^"), _Reader.note),
    ("", _matches(_ABBREVIATION.match, "*["), None),
    ("", _is_display_math, _announced_formula),
    ("formula", _is_display_math, _formula),
)
"""The sort of what is no text (empty: nothing that a reader would miss), how it is known, and its extent."""
