"""Elements of components (`<Accordion title="...">`), as MDX reads them -> their lines without indentation.

MDX knows no code by indentation, and what stands in an element is indented: by four spaces, Markdown takes it for code.
A tag over several lines is set on one. Steps (`<Step title="...">`, or the headings in `<Steps>`, which Hugo's themes
write `{{% steps %}}`) become the items of a numbered list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from flashgen.corpus.containers import title_in
from flashgen.corpus.lists import Line
from flashgen.language.text_types import ends_sentence

_OPENS = re.compile(r"<([A-Z][\w.]*+)([^<>]*+)(?<!/)>")
_CLOSES = re.compile(r"</([A-Z][\w.]*+)[ \t]*+>")
_BEGINS = re.compile(r"<[A-Z][\w.]*+[^<>]*+")
_FENCE = re.compile(r"`{3,}+(?!.*`)|~{3,}")
_SHORTCODE = re.compile(r"\{\{[<%][ \t]*+(/?)[ \t]*+steps[ \t]*+[%>]\}\}")
_HEADING = re.compile(r"(#{1,6}+)[ \t]++(.++)")
_MARKED = re.compile(r"[-*+>|<:`~{]|\d{1,3}[.)][ \t]")
"""How lines begin that are no plain text."""
_STEP = "Step"
_STEPS = "Steps"
_MOST_LEFT_OPEN = 8
_MOST_LINES = 12
"""Lines of a tag at most."""


def without_elements_indentation(lines: list[Line]) -> list[Line]:
    """The lines, with what stands in elements as far to the left as their tags; steps as items."""
    lines = [(number, _with_tag(line) if "{{" in line else line) for number, line in lines]
    if not any(_CLOSES.fullmatch(line.strip()) for _, line in lines if "</" in line):
        return lines
    walk = _Walk(_with_whole_tags(lines))
    for index in range(len(walk.source)):
        walk.read(index)
    return walk.lines


@dataclass(slots=True)
class _Element:
    """An element that is open."""

    name: str
    margin: int
    """How far its contents are indented when they are read."""
    indent: int = -1
    """How far they are indented in the file; not known before the first of them."""
    marker: str = ""
    """What an item begins with whose text is still to come."""
    steps: int = 0
    """The steps in it, up to here."""
    level: int = 0
    """Of a step that a heading begins: its level."""


class _Walk:
    """Goes once over the lines, with the elements that are open."""

    def __init__(self, source: list[Line]) -> None:
        self.source = source
        self.lines: list[Line] = []
        self._open: list[_Element] = []
        self._fence = ""
        self._closing = {
            closes[1]: index for index, (_, line) in enumerate(source) if (closes := _CLOSES.fullmatch(line.strip()))
        }
        """Where each element is closed for the last time."""

    def read(self, index: int) -> None:
        number, line = self.source[index]
        text = line.strip()
        fence = _FENCE.match(text)
        if self._fence or fence:
            self._begin_item(number, "")
            self.lines.append((number, self._moved(line)))
            is_end = fence is not None and self._fence != "" and text.startswith(self._fence)
            self._fence = "" if is_end else self._fence or (fence[0] if fence else "")
        elif depth := self._closed_by(text):
            self._begin_item(number, "")
            closed = self._open[-depth]
            del self._open[-depth:]
            self.lines.append((number, "" if closed.name == _STEP else self._moved(line)))
        elif (opens := _OPENS.fullmatch(text)) and self._closing.get(opens[1], -1) > index:
            self._enter(number, line, opens)
        elif (heading := _HEADING.fullmatch(text)) and self._may_begin_step(len(heading[1])):
            self._begin_step(number, heading[2], "", len(heading[1]))
        elif not text or not self._begin_item(number, text):
            self.lines.append((number, self._moved(line)))

    def _closed_by(self, text: str) -> int:
        """How many elements a line closes: the one that it names, and those in it that were left open."""
        closes = _CLOSES.fullmatch(text)
        names = [element.name for element in reversed(self._open[-_MOST_LEFT_OPEN:])] if closes else []
        return names.index(closes[1]) + 1 if closes and closes[1] in names else 0

    def _enter(self, number: int, line: str, opens: re.Match[str]) -> None:
        moved = self._moved(line)
        if opens[1] == _STEP:
            self._begin_step(number, title_in(opens[2]), _STEP)
        else:
            self._begin_item(number, "")
            self.lines.append((number, moved))
            self._open.append(_Element(opens[1], _indent(moved)))

    def _may_begin_step(self, level: int) -> bool:
        """Whether a heading begins a step: the first in `<Steps>` that stands in no step, or one like it."""
        innermost = self._open[-1] if self._open else None
        return innermost is not None and (innermost.name == _STEPS or innermost.level == level)

    def _begin_step(self, number: int, title: str, name: str, level: int = 0) -> None:
        self._begin_item(number, "")
        if level and self._open[-1].level:
            self._open.pop()
        margin, count = 0, 1
        if self._open:
            self._open[-1].steps += 1
            margin, count = self._open[-1].margin, self._open[-1].steps
        marker = f"{' ' * margin}{count}. "
        self.lines.append((number, ""))
        self._open.append(_Element(name, len(marker), marker=marker + _label(title), level=level))

    def _begin_item(self, number: int, text: str) -> bool:
        """Write what an item begins with, and the text if it can stand beside that; whether the text was written."""
        element = self._open[-1] if self._open else None
        if not element or not element.marker:
            return False
        if heading := _HEADING.fullmatch(text):
            element.marker += _label(heading[2])
            return True
        is_text = text != "" and not _MARKED.match(text)
        self.lines.append((number, (element.marker + text if is_text else element.marker).rstrip()))
        element.marker = ""
        return is_text

    def _moved(self, line: str) -> str:
        """A line as far to the left as it stands in its element."""
        if not self._open or not line.strip():
            return line
        element, wide = self._open[-1], line.expandtabs(4)
        indent = _indent(wide)
        if element.indent < 0:
            element.indent = indent
        return " " * element.margin + wide[min(indent, element.indent) :]


def _with_tag(line: str) -> str:
    """A shortcode around steps as the element that it stands for."""
    shortcode = _SHORTCODE.fullmatch(line.strip())
    return f"<{shortcode[1]}{_STEPS}>" if shortcode else line


def _with_whole_tags(lines: list[Line]) -> list[Line]:
    """The lines, with tags that go over several of them on the first."""
    found = list(lines)
    index = 0
    while index < len(found):
        number, line = found[index]
        index += 1
        if not _BEGINS.fullmatch(line.strip()):
            continue
        for last in range(index, min(index + _MOST_LINES, len(found))):
            part = found[last][1].strip()
            if not part or "<" in part or _FENCE.match(part):
                break
            if part.endswith(">"):
                rest = found[index : last + 1]
                found[index - 1] = number, " ".join((line.rstrip(), *(part.strip() for _, part in rest)))
                found[index : last + 1] = [(at, "") for at, _ in rest]
                index = last + 1
                break
    return found


def _label(title: str) -> str:
    """The title of a step in bold, as the label of what it says."""
    said = title.strip()
    return (f"**{said}** " if ends_sentence(said) else f"**{said}:** ") if said else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
