"""Callouts in every notation that sites have for them -> quotations, which Markdown knows.

`> [!NOTE]`, `:::tip`, `!!! note`, `{: .note}`, `{{< note >}}`, `{% hint %}`, `<Note>`, `<aside class="note">`: whatever
is set apart becomes the lines of one quotation. It begins with an empty heading (or the callout's own title), which
keeps its paragraphs together. Containers that are no callouts (tabs, columns) lose their marks and keep their text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flashgen.corpus.faults import Fault
from flashgen.corpus.lists import Line

CALLOUT_MARK = "######"
"""The heading that begins the quotation of a callout; what it says is the callout's own title."""
_CALLOUTS = {
    "admonition", "alert", "aside", "attention", "callout", "caution", "danger", "deepdive", "error", "highlight",
    "hint", "important", "info", "note", "notice", "pitfall", "remember", "seealso", "success", "tip", "todo",
    "versionadded", "versionchanged", "warning",
}  # fmt: skip
"""Names of callouts in the notations of site generators."""
_ANY = re.compile(r"\[!|:::|!!!|\?\?\?|[`~]{3}[ \t]*\{|\{[{%:]|<(?:[A-Z]|aside|blockquote|div)")
"""Without any of these, a text has no callouts to be told from other lines."""
_INDENT = re.compile(r"[ \t]*")
_ALERT = re.compile(r"( {0,3}(?:>[ \t]?)+)\[!(\w+)\][+-]?(.*)")
_COLONS = re.compile(r":{3,}+[ \t]*+(?:\{([^{}]*)\}|([\w-]++))?[ \t]*+(?:\[([^\[\]]*)\]|(.*))")
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*\{([\w-]+)\}(.*)")
_BANGS = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+([\w-]++)[^\"]*+(?:\"([^\"]*)\")?[ \t]*")
_SHORTCODE = re.compile(r"\{\{[<%][ \t]*+(/?)[ \t]*+([\w-]++)([^{}]*)[>%]\}\}")
_LIQUID = re.compile(r"\{%-?[ \t]*+(end)?([\w-]++)([^{}%]*+)%\}")
_ELEMENT = r"([A-Z]\w*+|aside|blockquote|div)"
_TAG = re.compile(rf"<(/?){_ELEMENT}([^<>]*+)>")
_TAG_LINE = re.compile(rf"<{_ELEMENT}([^<>]*+)>(.+)</{_ELEMENT}>")
_CLASS = re.compile(r"class[ \t]*=[ \t]*(?:\"([^\"]*)\"|'([^']*)')")
_CLASSES = re.compile(r"\{:[ \t]*+([^{}]*+)\}")
_TITLE = re.compile(r"title[ \t]*=[ \t]*(?:\"([^\"]*)\"|'([^']*)')")
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class _Container:
    """Lines that a site sets apart."""

    name: str
    """What its closing mark must name; a colon, a fence or an indentation for those whose mark names nothing."""
    is_callout: bool
    title: str = ""
    body: str = ""
    """What stands on the opening line already."""
    margin: int = 0
    """Of a callout told by indentation: how far its mark is indented."""
    has_heading: bool = True
    """Whether a heading begins its quotation, and keeps the paragraphs together."""


def callouts_as_quotations(lines: list[Line], code: frozenset[int]) -> tuple[list[Line], tuple[Fault, ...]]:
    """The lines, callouts quoted, and which containers never close. Lines of code are left alone."""
    if not any(_ANY.search(line) for _, line in lines):
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
        self._open: list[_Container] = []
        self._last_closing: dict[str, int] = {}
        for index, (_, line) in enumerate(lines):
            for name in _closed_names(line.strip()):
                self._last_closing[name] = index

    def read(self, index: int) -> None:
        number, line = self._source[index]
        text = line.strip()
        self._leave_indented(number, line)
        container = _opening(text, len(line) - len(line.lstrip()))
        is_directive = bool(self._open) and self._open[-1].name[:1] in ("`", "~")  # whose fence is none of code
        if number in self._code and not (is_directive or container or self._closes(text)):
            self.lines.append((number, line))
        elif alert := _ALERT.fullmatch(line):
            self._alert(index, alert)
        elif self._closes(text):
            self._close(number)
        elif container and self._can_close(container, index, number):
            self._begin(container, number)
        elif container and container.is_callout:
            self.lines.append((number, ""))
        else:
            self.lines.append((number, self._quoted(line)))

    @property
    def _callout(self) -> _Container | None:
        """The outermost open callout."""
        return next((container for container in self._open if container.is_callout), None)

    def _leave_indented(self, number: int, line: str) -> None:
        """A callout told by indentation ends where a line of text is not indented as far."""
        while self._open and self._open[-1].name == "" and line.strip():
            if len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip()) > self._open[-1].margin:
                return
            self._close(number)

    def _closes(self, text: str) -> bool:
        return bool(self._open) and self._open[-1].name != "" and self._open[-1].name in _closed_names(text)

    def _can_close(self, container: _Container, index: int, number: int) -> bool:
        if container.name == "" or self._last_closing.get(container.name, -1) > index:
            return True
        if container.is_callout:
            said = f"{self._source[index][1].strip()!r} never closes; what follows it is read as ordinary text"
            self.faults.append(Fault(f"{said}: close it", number, is_repaired=False))
        return False

    def _begin(self, container: _Container, number: int) -> None:
        is_first = container.is_callout and not self._callout
        self._open.append(container)
        if is_first:
            heading = f"> {CALLOUT_MARK} {container.title}".rstrip() if container.has_heading else ">"
            self.lines += [(number, ""), (number, heading)]
        else:
            self.lines.append((number, self._quoted("")))
        if container.body:
            self.lines.append((number, self._quoted(container.body)))
            self._close(number)

    def _close(self, number: int) -> None:
        self._open.pop()
        self.lines.append((number, self._quoted("")))

    def _quoted(self, line: str) -> str:
        """A line as it stands in the quotation of a callout, if one is open; without the callout's indentation."""
        callout = self._callout
        if not callout:
            return line
        depth = callout.margin + 4 if callout.name == "" else callout.margin
        indent = _INDENT.match(line.expandtabs(4) if callout.name == "" else line)
        width = min(depth, len(indent[0]) if indent else 0)
        return f"> {(line.expandtabs(4) if callout.name == '' else line)[width:]}".rstrip()

    def _alert(self, index: int, alert: re.Match[str]) -> None:
        """`> [!NOTE]`; words behind the mark are the title of the text below, or the text where there is none."""
        number, marks, words = self._source[index][0], alert[1].rstrip(), alert[3].strip()
        below = self._source[index + 1][1].strip() if index + 1 < len(self._source) else ""
        has_text = below.startswith(">") and below.strip("> \t") != ""
        self.lines.append((number, f"{marks} {CALLOUT_MARK} {words if has_text else ''}".rstrip()))
        if words and not has_text:
            self.lines.append((number, f"{marks} {words}"))


def _opening(text: str, margin: int) -> _Container | None:
    """The container that a line opens, if it does."""
    for read in _OPENINGS:
        if text[:1] in ":`~!?{<" and (container := read(text, margin)):
            return container
    return None


def _colons(text: str, margin: int) -> _Container | None:
    match = _COLONS.fullmatch(text)
    if not match or not (match[1] or match[2]):
        return None
    title = match[3] or (match[4] or "" if not match[4] or "{" not in match[4] else "")
    names = _WORD.findall(match[1] or match[2])
    return _Container(":", _names_callout(names), _title(text) or title.strip(), margin=margin)


def _fence(text: str, margin: int) -> _Container | None:
    """A directive in a fence of backticks, as MyST writes it; any other fence is code."""
    match = _FENCE.fullmatch(text)
    if not match or not _names_callout([match[2]]):
        return None
    return _Container(match[1], True, match[3].strip(), margin=margin)


def _bangs(text: str, margin: int) -> _Container | None:
    match = _BANGS.fullmatch(text)
    return _Container("", True, (match[2] or "").strip(), margin=margin) if match else None


def _shortcode(text: str, margin: int) -> _Container | None:
    match = _SHORTCODE.fullmatch(text)
    if not match or match[1] or match[3].rstrip().endswith("/"):
        return None
    return _Container(f"/{match[2]}", _names_callout([match[2]]), _title(match[3]), margin=margin)


def _liquid(text: str, margin: int) -> _Container | None:
    match = _LIQUID.fullmatch(text)
    if not match or match[1] or not _names_callout([match[2]]):
        return None
    return _Container(f"%{match[2]}", True, _title(match[3]), margin=margin)


def _tag(text: str, margin: int) -> _Container | None:
    line = _TAG_LINE.fullmatch(text)
    match = line if line and line[1] == line[4] else _TAG.fullmatch(text)
    if not match:
        return None
    element, attributes = (match[1], match[2]) if match is line else (match[2], match[3])
    is_quotation = element == "blockquote"
    is_callout = is_quotation or _names_callout([element] if element[0].isupper() else _classes(attributes))
    if match is line:
        body = line[3].strip()
        return _Container("", True, _title(attributes), body, margin, not is_quotation) if is_callout and body else None
    if match[1] or attributes.endswith("/") or not (is_callout or element == "div"):
        return None
    return _Container(f"<{element}", is_callout, _title(attributes), margin=margin, has_heading=not is_quotation)


_OPENINGS: tuple[Callable[[str, int], _Container | None], ...] = (_colons, _fence, _bangs, _shortcode, _liquid, _tag)


def _closed_names(text: str) -> tuple[str, ...]:
    """The containers that a line may close."""
    if text[:3] in (":::", "```", "~~~") and not text.strip(text[0]):
        return (":",) if text[0] == ":" else (text,)
    if (match := _SHORTCODE.fullmatch(text)) and match[1]:
        return (f"/{match[2]}",)
    if (match := _LIQUID.fullmatch(text)) and match[1]:
        return (f"%{match[2]}",)
    if (match := _TAG.fullmatch(text)) and match[1]:
        return (f"<{match[2]}",)
    return ()


def _with_classes(lines: list[Line]) -> list[Line]:
    """Kramdown's `{: .note}` makes a callout of the paragraph above, or below where a blank line stands above it."""
    found = list(lines)
    for i, (number, line) in enumerate(lines):
        match = _CLASSES.fullmatch(line.strip()) if "{:" in line else None
        if not match:
            continue
        found[i] = (number, "")
        above = lines[i - 1][1] if i else ""
        if not _names_callout(word.removesuffix("-title") for word in _WORD.findall(match[1])):
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


def _names_callout(names: Iterable[str]) -> bool:
    return any(name.casefold().removeprefix("callout-") in _CALLOUTS for name in names)


def _classes(attributes: str) -> list[str]:
    match = _CLASS.search(attributes)
    return _WORD.findall(match[1] or match[2] or "") if match else []


def _title(attributes: str) -> str:
    match = _TITLE.search(attributes)
    return (match[1] or match[2] or "").strip() if match else ""
