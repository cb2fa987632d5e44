"""What is wrong with a card template as Anki will get it: fields, filters, and whatever would leave the card."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain, islice

from flashgen.anki.template import SPECIAL, Conditional, Node, Replacement, TemplateError, parse, walk
from flashgen.config.card_css import find_css_faults
from flashgen.config.card_html import find_html_faults
from flashgen.config.template_files import TemplateFiles
from flashgen.errors import Problem, suggest

_FILTERS = ("text", "hint", "type", "cloze", "furigana", "kana", "kanji", "nc", "cloze-only")
_SPOKEN = ("tts", "tts-voices")
_MOST_TOLD = 100
"""Faults of one file that are told: finding the place of each takes time that grows with the file."""


def check_style(files: TemplateFiles, name: str, text: str) -> Iterator[Problem]:
    """What the stylesheet does that cards must not do."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for fault in islice(find_css_faults(text), _MOST_TOLD):
        start = starts[fault.line - 1] + fault.column - 1
        start, end = (start, start + len(fault.mark)) if fault.mark else _lines_of(text, start)
        yield files.problem_at(name, fault.message, text[start:end], text, start)


def _lines_of(text: str, place: int) -> tuple[int, int]:
    """Where the line of a place begins and ends; with the one before it where other lines say the same."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return (start if text.count(text[start:end]) == 1 else text.rfind("\n", 0, max(0, start - 1)) + 1), end


def check_template(
    files: TemplateFiles,
    name: str,
    text: str,
    fields: tuple[str, ...],
    safe_fields: Collection[str] = (),
    *,
    cloze: bool = False,
) -> tuple[tuple[Node, ...], tuple[Problem, ...]]:
    """The fields and conditionals of one side of a card type, and what is wrong with them.

    `text` is the rendered template; `fields` are the names of the note type's fields,
    `safe_fields` those that may stand in attributes, since no text of a document is in them.
    """
    try:
        nodes = parse(text)
    except TemplateError as fault:
        mark = text[fault.start : fault.end]
        return (), (files.problem_at(name, str(fault), mark, text, fault.start),)
    faults = ((one.message, one.mark, one.start) for one in find_html_faults(text, nodes, safe_fields))
    marked = ((node, _mark(text, node)) for node in walk(nodes))
    others = (
        (message, mark, node.start)
        for node, mark in marked
        for message in (*_check_name(node, fields), *_check_filters(node, mark, cloze))
    )
    told = islice(chain(faults, others), _MOST_TOLD)
    return nodes, tuple(files.problem_at(name, message, mark, text, start) for message, mark, start in told)


def check_front(files: TemplateFiles, name: str, text: str, nodes: tuple[Node, ...]) -> Iterator[Problem]:
    """Filters change which notes have a card, so that a front has none but those whose effect is known."""
    for node in walk(nodes):
        if isinstance(node, Replacement) and not _is_allowed_on_front(node):
            field = "Field" if node.name == "FrontSide" else node.name
            message = f"filters and FrontSide do not belong on a front; show the field itself: {{{{{field}}}}}"
            yield files.problem_at(name, message, _mark(text, node), text, node.start)


def find_typed_fields(nodes: tuple[Node, ...]) -> tuple[str, ...]:
    """The fields that a learner types on a front."""
    return tuple(node.name for node in walk(nodes) if isinstance(node, Replacement) and "type" in node.filters)


def _is_allowed_on_front(node: Replacement) -> bool:
    return node.name != "FrontSide" and node.filters in ((), ("type",), ("type", "nc"), ("cloze",), ("type", "cloze"))


def _mark(text: str, node: Node) -> str:
    """A node as it is written in the template: `{{...}}`."""
    return text[node.start : text.index("}}", node.start) + 2]


def _check_name(node: Node, fields: tuple[str, ...]) -> Iterator[str]:
    known = (*fields, *(SPECIAL if isinstance(node, Replacement) else ()))
    if node.name not in known:
        sign = "" if isinstance(node, Replacement) else "^" if node.negated else "#"
        yield f"there is no field {{{{{sign}{node.name}}}}}{suggest(node.name, known, '')}"


def _check_filters(node: Node, mark: str, cloze: bool) -> Iterator[str]:
    if isinstance(node, Conditional):
        return
    for part in node.filters:
        name = (part.split() or [""])[0]
        if name in _SPOKEN:
            yield f"{mark} speaks; cards are silent"
        elif name not in _FILTERS:
            yield f"there is no filter {name!r} in {mark}{suggest(name, _FILTERS)}"
        elif name == "cloze" and not cloze:
            yield f"{mark} belongs to a note type with `cloze: true`"
