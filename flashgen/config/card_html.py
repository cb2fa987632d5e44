"""What a card template may hold beside Anki's tags: an allow-list of elements and attributes, strictly written.

Anki puts fields into the text of a template before anybody parses it, so that a tag, a comment or an attribute that
holds a field can become anything. Hence fields and conditionals stand in text, or inside the quoted value of a harmless
attribute, and nowhere else; and what is no plainly written tag is refused rather than guessed at as browsers do. Then
every way of filling or emptying fields gives the same elements.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape
from typing import NamedTuple

from flashgen.anki.template import Conditional, Node, walk
from flashgen.config.card_css import find_css_faults

ELEMENTS = frozenset((
    "a", "abbr", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col",
    "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "i", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q",
    "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
))  # fmt: skip
"""None of them runs, loads, or lets the text inside it be read as anything but HTML."""
ATTRIBUTES = frozenset((
    "class", "id", "lang", "dir", "title", "role", "style", "hidden", "open", "translate", "tabindex", "colspan",
    "rowspan", "span", "scope", "start", "reversed", "datetime", "href",
))  # fmt: skip
_FREE_PREFIXES = ("aria-", "data-")
_FILLED_ATTRIBUTES = frozenset(("class", "lang", "dir"))
"""Those whose value may hold a field."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,30}")
_SPACE = re.compile(r"[ \t\n]*")
_PLAIN_VALUE = re.compile(r"[A-Za-z0-9_-]+")
_MARKS = {
    "[sound:": "plays sound", "[anki:": "plays sound", "[latex]": "starts LaTeX", "[$]": "starts LaTeX",
    "[$$]": "starts LaTeX",
}  # fmt: skip
_REASONS = {
    "script": "runs script", "audio": "plays sound", "video": "plays sound", "bgsound": "plays sound",
    **dict.fromkeys(
        ("link", "iframe", "frame", "object", "embed", "base", "meta", "applet", "form", "img", "image", "source",
         "svg", "picture"),
        "loads something from elsewhere",
    ),
}  # fmt: skip


class Fault(NamedTuple):
    """Something that a template must not hold, at a place in its text."""

    mark: str
    """The stretch of text that is at fault."""
    start: int
    message: str


class _Tags(NamedTuple):
    """Anki's tags in a template."""

    spans: dict[int, int]
    """Where each ends, by where it begins."""
    unsafe: frozenset[int]
    """Where those begin that may not stand in the value of an attribute."""


def find_html_faults(text: str, nodes: tuple[Node, ...], safe_fields: Collection[str]) -> Iterator[Fault]:
    """What is not allowed in a template that Anki's parser has read as `nodes`.

    `safe_fields` are those whose values hold letters, digits, hyphens and low lines alone.
    """
    scan = _Scan(text, _find_tags(text, nodes, safe_fields))
    yield from scan.find_faults()
    yield from _find_marks(text, scan.tags)
    places = scan.places
    for node in walk(nodes):
        if isinstance(node, Conditional) and places.get(node.start) != places.get(node.closing):
            mark = text[node.start : text.index("}}", node.start) + 2]
            yield Fault(mark, node.start, f"{mark} opens and closes in different places; put whole elements inside it")


def _find_tags(text: str, nodes: tuple[Node, ...], safe_fields: Collection[str]) -> _Tags:
    spans: dict[int, int] = {}
    unsafe = set()
    for node in walk(nodes):
        spans[node.start] = text.index("}}", node.start) + 2
        if isinstance(node, Conditional):
            spans[node.closing] = text.index("}}", node.closing) + 2
        elif node.filters or node.name not in safe_fields:
            unsafe.add(node.start)
    return _Tags(spans, frozenset(unsafe))


class _Scan:
    """One walk through a template from left to right; work grows linearly with its length."""

    def __init__(self, text: str, tags: _Tags) -> None:
        self.text = text
        self.tags = tags
        self.places: dict[int, int] = {}
        """For each of Anki's tags, the attribute value that it stands in, as where that begins; -1 in text."""

    def find_faults(self) -> Iterator[Fault]:
        position = 0
        found = False
        while position < len(self.text):
            if position in self.tags.spans:
                self.places[position] = -1
                position = self.tags.spans[position]
            elif self.text.startswith("<!--", position):
                end = self.text.find("-->", position + 4)
                if end < 0:
                    yield Fault("<!--", position, "'<!--' begins a comment that never ends")
                    return
                yield from self._check_comment(position, end)
                position = end + 3
            elif self.text[position] == "<":
                closes = self.text.startswith("</", position)
                position, faults = self._read_element(position)
                if faults and not (closes and found):  # the tag that closes what was told of is not told of again
                    found = True
                    yield faults[0]
            else:
                position += 1

    def _check_comment(self, start: int, end: int) -> Iterator[Fault]:
        content = self.text[start + 4 : end]
        if "--" in content or content.startswith((">", "->")) or content.endswith("-") or "<!" in content:
            yield Fault("<!--", start, "'<!--': a comment may hold no '--', '<!' and no '>' at its beginning")
        if "{{" in content:
            yield Fault("<!--", start, "'<!--': a comment may hold no fields")

    def _read_element(self, start: int) -> tuple[int, list[Fault]]:
        """A tag of HTML from its `<`: where it ends, and what is wrong with it."""
        closes = self.text.startswith("</", start)
        name = _NAME.match(self.text, start + 1 + closes)
        if not name:
            return start + 1, [Fault("<", start, "'<' begins no tag that is written plainly; as text, write &lt;")]
        mark = self.text[start : name.end()]
        faults: list[Fault] = []
        element = name[0].lower()
        if element not in ELEMENTS:
            reason = _REASONS.get(element, "is not among the elements that cards may hold")
            faults.append(Fault(mark, start, f"{mark!r} {reason}"))
            if element == "style":
                faults[-1] = Fault(mark, start, f"{mark!r}: styles belong into the stylesheet, or `style` attributes")
        position = name.end()
        while True:
            spaced = _SPACE.match(self.text, position)
            after = spaced.end() if spaced else position
            if self.text.startswith(">", after):
                return after + 1, faults
            if self.text.startswith("/>", after):
                return after + 2, faults
            attribute = _NAME.match(self.text, after)
            if not attribute or after == position or closes:
                faults.append(
                    Fault(mark, start, f'{mark!r}: this tag is not written plainly: <name attribute="value">')
                )
                return after + 1, faults
            position, more = self._read_attribute(attribute[0], after, attribute.end())
            faults.extend(more)

    def _read_attribute(self, name: str, start: int, position: int) -> tuple[int, list[Fault]]:
        """An attribute, whose name ends at `position`: where it ends, and what is wrong with it."""
        if not self.text.startswith("=", position):
            return position, list(_check_attribute(name, "", start, self.text[start:position]))
        quote = self.text[position + 1 : position + 2]
        if quote not in ("'", '"'):
            plain = _PLAIN_VALUE.match(self.text, position + 1)
            if not plain:
                mark = self.text[start : position + 1]
                return position + 1, [Fault(mark, start, f"{mark!r}: put the value in quotes")]
            return plain.end(), list(_check_attribute(name, plain[0], start, self.text[start : position + 1]))
        begin = position + 2
        at, literal, faults = begin, [], []
        while at < len(self.text) and self.text[at] != quote:
            if at in self.tags.spans:
                end = self.tags.spans[at]
                self.places[at] = begin
                if name.lower() not in _FILLED_ATTRIBUTES or at in self.tags.unsafe:
                    mark = self.text[at:end]
                    faults.append(
                        Fault(mark, at, f"{mark} may not stand in the attribute {name}: its text could end it")
                    )
                at = end
            else:
                literal.append(self.text[at])
                at += 1
        if at >= len(self.text):
            mark = self.text[start:begin]
            return at, [*faults, Fault(mark, start, f"{mark!r}: the quotation mark is never closed")]
        value = "".join(literal)
        return at + 1, [*faults, *_check_attribute(name, value, start, self.text[start : position + 1])]


def _check_attribute(name: str, value: str, start: int, mark: str) -> Iterator[Fault]:
    low = name.lower()
    value = unescape(value)
    if low.startswith("on"):
        yield Fault(mark, start, f"{mark!r} runs script")
    elif low in ("src", "srcset", "srcdoc", "poster", "background", "action", "formaction", "data", "ping"):
        yield Fault(mark, start, f"{mark!r} loads something from elsewhere")
    elif low not in ATTRIBUTES and not low.startswith(_FREE_PREFIXES):
        yield Fault(mark, start, f"{mark!r} is not among the attributes that cards may hold")
    elif low == "href" and not value.startswith("#"):
        yield Fault(mark, start, f"{mark!r} leads elsewhere; a link of a card may lead to #... on it alone")
    elif low == "style":
        for fault in find_css_faults(value, declarations=True):
            yield Fault(mark, start, fault.message)


def _find_marks(text: str, tags: _Tags) -> Iterator[Fault]:
    """What Anki takes for sound, speech or LaTeX, also where a field or a conditional stands in the middle of it.

    Fields cannot begin such a mark: `flashgen.anki.field_text` neutralises their ends, too.
    """
    position = text.find("[")
    while position >= 0:
        literal = text[position : position + 8]
        cut = next((at for at in range(position + 1, position + 8) if at in tags.spans), None)
        before = text[position:cut].lower() if cut else ""
        for mark, what in _MARKS.items():
            if literal.lower().startswith(mark):
                yield Fault(
                    text[position : position + len(mark)], position, f"{text[position : position + len(mark)]!r} {what}"
                )
                break
            if cut and mark.startswith(before):
                shown = text[position : tags.spans[cut]]
                yield Fault(shown, position, f"{shown!r}: what stands after the bracket could make it one that {what}")
                break
        position = text.find("[", position + 1)
