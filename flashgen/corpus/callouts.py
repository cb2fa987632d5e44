"""Callouts in every notation that sites have for them -> quotations, which Markdown knows.

`> [!NOTE]`, `:::tip`, `::tip`, `!!! note`, `!> note`, `{: .note}`, `{{< note >}}`, `{% hint %}`, `<Note>`,
`<div class="note">`: whatever is set apart becomes the lines of one quotation. It begins with an empty heading (or the
callout's own title), which keeps its paragraphs together. Containers that are no callouts (tabs, columns) lose their
marks and keep their text, and the title of one that begins with a list is set in bold above it; of folds that ask, the
question is, above the text that answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from flashgen.corpus.containers import (
    MAY_BE_CONTAINER,
    Container,
    asking_title,
    closed_names,
    names_callout,
    opened_container,
)
from flashgen.corpus.faults import Fault
from flashgen.corpus.lists import Line
from flashgen.language.text_types import has_words, is_figure

CALLOUT_MARK = "######"
"""The heading that begins the quotation of a callout; what it says is the callout's own title."""
_INDENT = re.compile(r"[ \t]*")
_ALERT = re.compile(r"( {0,3}(?:>[ \t]?)+)\[!(\w+)\][+-]?(.*)")
_OPTION = re.compile(r":[\w-]+:(?:[ \t].*)?")
_OPTIONS_MARK = "---"
_DOCSIFY = re.compile(r"[!?]>[ \t]++(.*)")
_CLASSES = re.compile(r"\{:[ \t]*+([^{}]*+)\}")
_WORD = re.compile(r"[\w-]+")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s")
_MOST_LEFT_OPEN = 8


def callouts_as_quotations(lines: list[Line], code: frozenset[int]) -> tuple[list[Line], tuple[Fault, ...]]:
    """The lines, callouts quoted, and which containers never close. Lines of code are left alone."""
    if not any(MAY_BE_CONTAINER.search(line) for _, line in lines):
        return lines, ()
    reader = _Reader(lines, code)
    for index in range(len(lines)):
        reader.read(index)
    return _with_classes(reader.lines), tuple(reader.faults)


class _Reader:
    """Walks once over the lines, with the containers that are open."""

    def __init__(self, lines: list[Line], code: frozenset[int]) -> None:
        self.lines: list[Line] = []
        self.faults: list[Fault] = []
        self._source = lines
        self._code = code
        self._open: list[Container] = []
        self._options_from: int | None = None
        """The line from which on a directive may have options."""
        self._is_answer = False
        """Whether quoted lines answer the question that an alert was headed by."""
        self._last_closing: dict[str, int] = {}
        for index, (_, line) in enumerate(lines):
            for name in closed_names(line.strip()):
                self._last_closing[name] = index

    def read(self, index: int) -> None:
        number, line = self._source[index]
        text = line.strip()
        self._leave_indented(number, line)
        if self._is_option(index, text):
            return
        if self._is_answer and text.startswith(">"):
            self.lines.append((number, text[1:].removeprefix(" ")))
            return
        self._is_answer = False
        container = opened_container(text, len(line) - len(line.lstrip()))
        innermost = container or (self._open[-1] if self._open else None)
        is_directive = innermost is not None and innermost.name[:1] in ("`", "~")  # whose fence is none of code
        if number in self._code and not is_directive:
            self.lines.append((number, line))
        elif alert := _ALERT.fullmatch(line):
            self._alert(index, alert)
        elif words := _DOCSIFY.fullmatch(line):
            self.lines += [(number, ""), (number, f"> {CALLOUT_MARK}"), (number, f"> {words[1]}")]
        elif depth := self._closed_by(text):
            del self._open[1 - depth or len(self._open) :]
            self._close(number)
        elif container and self._can_close(container, index, number):
            self._begin(container, index)
        elif container and container.is_callout:
            self.lines.append((number, ""))
        else:
            self.lines.append((number, self._quoted(line)))

    @property
    def _callout(self) -> Container | None:
        """The outermost open callout."""
        return next((container for container in self._open if container.is_callout), None)

    def _leave_indented(self, number: int, line: str) -> None:
        """A callout told by indentation ends where a line of text is not indented as far."""
        while self._open and self._open[-1].name == "" and line.strip():
            if len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip()) > self._open[-1].margin:
                return
            self._close(number)

    def _closed_by(self, text: str) -> int:
        """How many containers a line closes: the innermost, and with it divisions of HTML that were left open in it."""
        names = closed_names(text)
        if names:
            for depth, container in enumerate(reversed(self._open[-_MOST_LEFT_OPEN:]), 1):
                if container.name and container.name in names:
                    return depth
                if container.is_callout or container.name[:1] != "<":
                    break
        return 0

    def _can_close(self, container: Container, index: int, number: int) -> bool:
        if container.name == "" or self._last_closing.get(container.name, -1) > index:
            return True
        if container.is_callout:
            said = f"{self._source[index][1].strip()!r} never closes; what follows it is read as ordinary text"
            self.faults.append(Fault(f"{said}: close it", number, is_repaired=False))
        return False

    def _begin(self, container: Container, index: int) -> None:
        number = self._source[index][0]
        is_first = container.is_callout and not self._callout
        names_list = container.title != "" and not container.is_callout and self._begins_list(index)
        if container.asks or names_list:
            self._set_in_bold(number, container.title)
        self._open.append(container)
        if container.has_options:
            self._options_from = index + 1
        if is_first:
            heading = f"> {CALLOUT_MARK} {_without_figure(container.title)}".rstrip() if container.has_heading else ">"
            self.lines += [(number, ""), (number, heading)]
        else:
            self.lines.append((number, self._quoted("")))
        if container.body:
            self.lines.append((number, self._quoted(container.body)))
            self._close(number)

    def _begins_list(self, index: int) -> bool:
        """Whether the next line with text is an item: the title of a tab leads in to it."""
        below = (self._source[place][1] for place in range(index + 1, len(self._source)))
        return _ITEM.match(next((line for line in below if line.strip()), "")) is not None

    def _set_in_bold(self, number: int, title: str) -> None:
        self.lines += [
            (number, self._quoted("")),
            (number, self._quoted(f"**{title}**")),
            (number, self._quoted("")),
        ]

    def _is_option(self, index: int, text: str) -> bool:
        """Whether a line is one of the options of a directive (`:class: tip`), which stand right below its mark."""
        begin = self._options_from
        if begin is None:
            return False
        is_block = self._source[begin][1].strip() == _OPTIONS_MARK
        if is_block and index > begin and text == _OPTIONS_MARK:
            self._options_from = None
            return True
        if is_block or _OPTION.fullmatch(text):
            return True
        self._options_from = None
        return False

    def _close(self, number: int) -> None:
        self._open.pop()
        self.lines.append((number, self._quoted("")))

    def _quoted(self, line: str) -> str:
        """A line as it stands in the quotation of a callout, if one is open; without the indentation that tells what a
        container holds."""
        line = self._without_indentation(line)
        callout = self._callout
        if not callout:
            return line
        depth = callout.margin + 4 if callout.name == "" else callout.margin
        indent = _INDENT.match(line.expandtabs(4) if callout.name == "" else line)
        width = min(depth, len(indent[0]) if indent else 0)
        return f"> {(line.expandtabs(4) if callout.name == '' else line)[width:]}".rstrip()

    def _without_indentation(self, line: str) -> str:
        depth = 4 * sum(container.name == "" and not container.is_callout for container in self._open)
        if not depth:
            return line
        wide = line.expandtabs(4)
        return wide[min(depth, len(wide) - len(wide.lstrip())) :]

    def _alert(self, index: int, alert: re.Match[str]) -> None:
        """`> [!NOTE]`; words behind the mark are the title of the text below, or the text where there is none."""
        number, marks, words = self._source[index][0], alert[1].rstrip(), alert[3].strip()
        below = self._source[index + 1][1].strip() if index + 1 < len(self._source) else ""
        has_text = below.startswith(">") and below.strip("> \t") != ""
        if marks.strip() == ">" and (question := asking_title(self._source[index][1].strip("> \t"))):
            self._set_in_bold(number, question)
            self._is_answer = True
            return
        title = _without_figure(words) if has_text else ""
        self.lines.append((number, f"{marks} {CALLOUT_MARK} {title}".rstrip()))
        if words and not has_text:
            self.lines.append((number, f"{marks} {words}"))


def _without_figure(title: str) -> str:
    """The title of a callout; nothing where it counts something ("3 rules"), and would be taken for a statistic's."""
    return "" if is_figure(title) and has_words(title) else title


def _with_classes(lines: list[Line]) -> list[Line]:
    """Kramdown's `{: .note}` makes a callout of the paragraph above, or below where a blank line stands above it."""
    found = list(lines)
    for i, (number, line) in enumerate(lines):
        match = _CLASSES.fullmatch(line.strip()) if "{:" in line else None
        if not match:
            continue
        found[i] = (number, "")
        above = lines[i - 1][1] if i else ""
        if "toc" in _WORD.findall(match[1]) and _ITEM.match(above):  # a list whose place a table of contents takes
            found[i - 1] = (lines[i - 1][0], "")
        if not names_callout(word.removesuffix("-title") for word in _WORD.findall(match[1])):
            continue
        if not above.strip():
            found[i] = (number, f"> {CALLOUT_MARK}")
            _quote(found, range(i + 1, len(found)))
        elif not above.lstrip().startswith(">"):
            begin = _quote(found, range(i - 1, -1, -1))
            found[begin] = (found[begin][0], f"> {CALLOUT_MARK}\n{found[begin][1]}")
    return [(number, part) for number, line in found for part in line.split("\n")]


def _quote(lines: list[Line], places: Iterable[int]) -> int:
    """Quote lines as far as they are text; the last of them."""
    last = 0
    for i in places:
        number, line = lines[i]
        if not line.strip():
            break
        last = i
        lines[i] = (number, line if line.lstrip().startswith(">") else f"> {line}")
    return last
