"""Anki's template language: parsed far enough to find mistakes, and to know which notes fill which card.

`{{Field}}`, `{{filter:Field}}`, `{{#Field}}...{{/Field}}`, `{{^Field}}...{{/Field}}`. A card exists when its front
shows at least one field that is not empty (tested against Anki; genanki's own guess differs).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

_TAG = re.compile(r"\{\{\s*([#^/]?)\s*([^{}]*?)\s*\}\}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ALWAYS_FILLED = frozenset(("Type", "Deck", "Subdeck", "Card", "CardFlag"))
"""What Anki fills in itself, and takes for a field that is not empty."""
SPECIAL = frozenset(("FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag"))


@dataclass(frozen=True, slots=True)
class Replacement:
    name: str
    filters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conditional:
    name: str
    negated: bool
    children: tuple[Node, ...]


Node = Replacement | Conditional


class TemplateError(ValueError):
    """A fault in a template's conditionals."""


def parse(text: str) -> tuple[Node, ...]:
    """The fields and conditionals of a template; plain text between them is left out."""
    text = _COMMENT.sub("", text)
    if "{{" in _TAG.sub("", text):
        raise TemplateError("{{ is never closed by }}")
    stack: list[tuple[str, bool, list[Node]]] = [("", False, [])]
    for match in _TAG.finditer(text):
        sign, body = match[1], match[2]
        if sign in ("#", "^"):
            stack.append((body, sign == "^", []))
        elif sign == "/":
            name, negated, children = stack[-1]
            if len(stack) == 1 or name != body:
                opened = f"{_opening(name, negated)} is open" if name else "nothing is open"
                raise TemplateError(f"{{{{/{body}}}}} closes what is not open here ({opened})")
            stack.pop()
            stack[-1][2].append(Conditional(name, negated, tuple(children)))
        else:
            *filters, name = body.split(":")
            stack[-1][2].append(Replacement(name.strip(), tuple(part.strip() for part in filters)))
    if len(stack) > 1:
        raise TemplateError(f"{_opening(*stack[-1][:2])} is never closed")
    return tuple(stack[0][2])


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
