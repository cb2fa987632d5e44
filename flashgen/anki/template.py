"""Anki's template language: parsed far enough to find mistakes, and to know which cards a note has.

`{{Field}}`, `{{filter:Field}}`, `{{#Field}}...{{/Field}}`, `{{^Field}}...{{/Field}}`. A card exists when its front
shows at least one field that is not empty; a cloze note has a card for each number of its clozes. This is the only
place that knows the rule; the tests ask Anki itself (genanki's own guess differs).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

_TAG = re.compile(r"\{\{([^{}]*)\}\}")
_DEEPEST = 50
"""Conditionals inside each other at most; whoever walks through them does so by recursion."""
_EMPTY_FIELD = re.compile(r"(?:[ \t\n\v\f\r]|</?(?:br|div) ?/?>)*", re.IGNORECASE)
"""What Anki takes for a field that is empty: white space and empty lines."""
_CLOZE_MARK = re.compile(r"\{\{c([0-9,]+)::|\}\}")
_DEEPEST_CLOZE = 10
_HIGHEST_CLOZE = 65535
MOST_CLOZE_CARDS = 500
"""Anki gives all numbers from here on the same card."""
ALWAYS_FILLED = frozenset(("Type", "Deck", "Subdeck", "Card", "CardFlag"))
"""What Anki fills in itself, and takes for a field that is not empty."""
SPECIAL = ALWAYS_FILLED | {"FrontSide", "Tags"}
"""Every name that a template may show though no field has it."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """`{{filter:Field}}`: the field's HTML stands here."""

    name: str
    """The field, or one of `SPECIAL`."""
    filters: tuple[str, ...]
    """As the template lists them, from left to right; Anki applies the last one first."""
    start: int = field(default=0, compare=False)
    """Where it begins in the template, in characters."""


@dataclass(frozen=True, slots=True)
class Conditional:
    """`{{#Field}}...{{/Field}}`, or `{{^Field}}...{{/Field}}`."""

    name: str
    negated: bool
    """Whether it begins with `^`: its content is shown where the field is empty."""
    children: tuple[Node, ...]
    """What stands between its two tags."""
    start: int = field(default=0, compare=False)
    """Where it begins in the template, in characters."""
    closing: int = field(default=0, compare=False)
    """Where the tag begins that closes it."""


Node = Replacement | Conditional


class TemplateError(ValueError):
    """A fault in a template's tags; `start` and `end` are the part of the text that the message is about."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.start, self.end = start, end


def parse(text: str) -> tuple[Node, ...]:
    """The fields and conditionals of a template; plain text and comments between them are left out.

    Raises TemplateError for a tag or a conditional that is not closed, or closed without having been opened, and for
    conditionals more than `_DEEPEST` deep.
    """
    text = _blank_comments(text)
    unclosed = _TAG.sub(lambda tag: " " * len(tag[0]), text).find("{{")
    if unclosed >= 0:
        raise TemplateError("{{ is never closed by }}", unclosed, unclosed + 2)
    stack: list[tuple[str, bool, int, list[Node]]] = [("", False, 0, [])]
    for match in _TAG.finditer(text):
        body = match[1].strip()
        sign = body[:1] if body[:1] in ("#", "^", "/") else ""
        body = body[len(sign) :].strip()
        if sign in ("#", "^"):
            if len(stack) > _DEEPEST:
                message = f"conditionals are nested more than {_DEEPEST} deep"
                raise TemplateError(message, match.start(), match.end())
            stack.append((body, sign == "^", match.start(), []))
        elif sign == "/":
            name, negated, start, children = stack[-1]
            if len(stack) == 1 or name != body:
                opened = f"{_opening(name, negated)} is open" if len(stack) > 1 else "nothing is open"
                message = f"{{{{/{body}}}}} closes what is not open here ({opened})"
                raise TemplateError(message, match.start(), match.end())
            stack.pop()
            stack[-1][3].append(Conditional(name, negated, tuple(children), start, match.start()))
        else:
            *filters, name = body.split(":")
            replacement = Replacement(name.strip(), tuple(part.strip() for part in filters), match.start())
            stack[-1][3].append(replacement)
    if len(stack) > 1:
        name, negated, start, _ = stack[-1]
        raise TemplateError(f"{_opening(name, negated)} is never closed", start, text.index("}}", start) + 2)
    return tuple(stack[0][3])


def _blank_comments(text: str) -> str:
    """The text with spaces in the place of comments, so that places stay the same; in time linear in its length."""
    parts = []
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts.append(text[position:start])
        parts.append(" " * (end + 3 - start))
        position = end + 3
    return "".join((*parts, text[position:]))


def _opening(name: str, negated: bool) -> str:
    return f"{{{{{'^' if negated else '#'}{name}}}}}"


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Every node, and the nodes inside conditionals, in the order of the template."""
    for node in nodes:
        yield node
        if isinstance(node, Conditional):
            yield from walk(node.children)


def is_filled(nodes: tuple[Node, ...], filled: Container[str]) -> bool:
    """Whether a front shows anything for a note whose non-empty fields are `filled`."""
    for node in nodes:
        has_content = node.name in filled or node.name in ALWAYS_FILLED
        if isinstance(node, Replacement):
            if has_content:
                return True
        elif has_content != node.negated and is_filled(node.children, filled):
            return True
    return False


def filled_cards(fronts: Sequence[tuple[Node, ...]], fields: Mapping[str, str], *, cloze: bool) -> tuple[int, ...]:
    """The positions, from 0, of the cards that a note has: of its card types, or of its cloze numbers.

    `fronts` are those of its note type, parsed, in their order; `fields` are its fields' HTML by name; `cloze` tells
    whether its note type is one of Anki's cloze note types. Tags do not count as a field, as in a note without tags.
    """
    if cloze:
        numbers = {number for html in fields.values() for number in _cloze_numbers(html)}
        return tuple(sorted({min(number, MOST_CLOZE_CARDS) - 1 for number in numbers}))
    filled = {name for name, html in fields.items() if not _EMPTY_FIELD.fullmatch(html)}
    return tuple(position for position, front in enumerate(fronts) if is_filled(front, filled))


def _cloze_numbers(html: str) -> set[int]:
    """The numbers of a field's clozes; one that is never closed does not count, nor does anything inside it."""
    closed: set[int] = set()
    opened: list[set[int]] = []  # of each open cloze: its numbers, and those of clozes already closed inside it
    for mark in _CLOZE_MARK.finditer(html):
        if mark[1]:
            numbers = {int(number) for number in mark[1].split(",") if number and int(number) <= _HIGHEST_CLOZE}
            if numbers and len(opened) < _DEEPEST_CLOZE:
                opened.append(numbers)
        elif opened:
            numbers = opened.pop()
            (opened[-1] if opened else closed).update(numbers)
    return closed - {0}
