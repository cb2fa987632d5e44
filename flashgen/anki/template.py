"""Anki's template language: parsed far enough to find mistakes, and to know which notes fill which card.

`{{Field}}`, `{{filter:Field}}`, `{{#Field}}...{{/Field}}`, `{{^Field}}...{{/Field}}`. A card exists when its front
shows at least one field that is not empty (tested against Anki; genanki's own guess differs).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

_TAG = re.compile(r"\{\{\s*([#^/]?)\s*([^{}]*?)\s*\}\}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ALWAYS_FILLED = frozenset(("Type", "Deck", "Subdeck", "Card", "CardFlag"))
"""What Anki fills in itself, and takes for a field that is not empty."""
SPECIAL = frozenset(("FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag"))


@dataclass(frozen=True, slots=True)
class Replacement:
    name: str
    filters: tuple[str, ...]
    start: int = field(default=0, compare=False)
    """Where it begins in the template."""


@dataclass(frozen=True, slots=True)
class Conditional:
    name: str
    negated: bool
    children: tuple[Node, ...]
    start: int = field(default=0, compare=False)


Node = Replacement | Conditional


class TemplateError(ValueError):
    """A fault in a template's conditionals; `start` and `end` tell which part of the text it is about."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.start, self.end = start, end


def parse(text: str) -> tuple[Node, ...]:
    """The fields and conditionals of a template; plain text between them is left out."""
    text = _COMMENT.sub(lambda comment: " " * len(comment[0]), text)
    unclosed = _TAG.sub(lambda tag: " " * len(tag[0]), text).find("{{")
    if unclosed >= 0:
        raise TemplateError("{{ is never closed by }}", unclosed, unclosed + 2)
    stack: list[tuple[str, bool, int, list[Node]]] = [("", False, 0, [])]
    for match in _TAG.finditer(text):
        sign, body = match[1], match[2]
        if sign in ("#", "^"):
            stack.append((body, sign == "^", match.start(), []))
        elif sign == "/":
            name, negated, start, children = stack[-1]
            if len(stack) == 1 or name != body:
                opened = f"{_opening(name, negated)} is open" if len(stack) > 1 else "nothing is open"
                said = f"{{{{/{body}}}}} closes what is not open here ({opened})"
                raise TemplateError(said, match.start(), match.end())
            stack.pop()
            stack[-1][3].append(Conditional(name, negated, tuple(children), start))
        else:
            *filters, name = body.split(":")
            replacement = Replacement(name.strip(), tuple(part.strip() for part in filters), match.start())
            stack[-1][3].append(replacement)
    if len(stack) > 1:
        name, negated, start, _ = stack[-1]
        raise TemplateError(f"{_opening(name, negated)} is never closed", start, text.index("}}", start) + 2)
    return tuple(stack[0][3])


def _opening(name: str, negated: bool) -> str:
    return f"{{{{{'^' if negated else '#'}{name}}}}}"


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, Conditional):
            yield from walk(node.children)


def is_filled(nodes: tuple[Node, ...], filled: Container[str]) -> bool:
    """Whether a front shows anything for a note whose non-empty fields are `filled`."""
    for node in nodes:
        if isinstance(node, Replacement):
            if node.name in filled or node.name in ALWAYS_FILLED:
                return True
        elif (node.name in filled) != node.negated and is_filled(node.children, filled):
            return True
    return False
