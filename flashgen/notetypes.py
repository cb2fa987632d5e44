"""Card type configuration and template files -> note types, checked for everything that Anki would stumble over."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import jinja2

from flashgen.anki_template import SPECIAL, Node, Replacement, TemplateError, is_filled, parse, walk
from flashgen.errors import FlashgenError, Problem, error
from flashgen.schema import ALWAYS_FILLED_VALUES, CardConfig, CardTypes, NoteTypeConfig

_FORBIDDEN = (
    (re.compile(r"<\s*script|\bon\w+\s*=|javascript:", re.IGNORECASE), "runs script"),
    (re.compile(r"\[sound:|\[anki:|<\s*(?:audio|video)\b", re.IGNORECASE), "plays sound"),
    (
        re.compile(r"@import|url\(|<\s*(?:link|iframe|object|embed)\b|\bsrc(?:set|doc)?\s*=|https?://", re.IGNORECASE),
        "loads something from elsewhere",
    ),
    (re.compile(r"\[latex\]|\[\$", re.IGNORECASE), "starts LaTeX"),
)
_SPOKEN = ("tts", "tts-voices")


@dataclass(frozen=True, slots=True)
class NoteField:
    """A field of a note type, and which value fills it (none: empty)."""

    id: int
    name: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class CardType:
    id: int
    name: str
    front: str
    back: str
    front_nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type as Anki will hold it; `sort_field` is the position of the field that Anki's browser shows."""

    id: int
    name: str
    fields: tuple[NoteField, ...]
    sort_field: int
    cards: tuple[CardType, ...]
    css: str

    def fill(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """The fields of a note with these values."""
        return tuple(values.get(field.value, "") for field in self.fields)

    def filled_cards(self, fields: Sequence[str]) -> tuple[int, ...]:
        """The positions of the card types that a note with these fields has a card of."""
        filled = {field.name for field, value in zip(self.fields, fields, strict=True) if value.strip()}
        return tuple(index for index, card in enumerate(self.cards) if is_filled(card.front_nodes, filled))


def load_note_types(card_types: CardTypes, folders: Iterable[Path]) -> dict[str, NoteType]:
    """The note type of each kind. Raises FlashgenError with every mistake in every template."""
    loader = jinja2.ChoiceLoader([jinja2.FileSystemLoader(folder) for folder in folders])
    # other delimiters than Jinja's own, so that Anki's {{...}} pass through untouched
    environment = jinja2.Environment(
        loader=loader, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined,
        block_start_string="<%", block_end_string="%>", variable_start_string="<<", variable_end_string=">>",
        comment_start_string="<#", comment_end_string="#>",
    )  # fmt: skip
    problems: list[Problem] = []
    css = _rendered(environment, card_types.style, problems)
    problems.extend(_forbidden(card_types.style, css))
    names = tuple(field.name for field in card_types.fields)
    found: dict[str, NoteType] = {
        config.kind: _note_type(environment, config, card_types, names, css, problems)
        for config in card_types.note_types
    }
    if problems:
        raise FlashgenError(dict.fromkeys(problems))
    return found


def _note_type(
    environment: jinja2.Environment, config: NoteTypeConfig, card_types: CardTypes, names: tuple[str, ...],
    css: str, problems: list[Problem],
) -> NoteType:  # fmt: skip
    always = frozenset(field.name for field in card_types.fields if field.value in ALWAYS_FILLED_VALUES)
    cards = tuple(_card_type(environment, card, names, always, problems) for card in config.cards)
    problems.extend(
        error(f"{config.name}: the card types {one.name} and {other.name} have the same front")
        for one, other in combinations(cards, 2)
        if one.front == other.front
    )
    fields = tuple(NoteField(field.id, field.name, field.value or "") for field in card_types.fields)
    sort_field = names.index(card_types.sort_field)
    return NoteType(config.id, config.name, fields, sort_field, cards, css)


def _card_type(
    environment: jinja2.Environment, card: CardConfig, names: tuple[str, ...], always: frozenset[str],
    problems: list[Problem],
) -> CardType:  # fmt: skip
    front, back = _rendered(environment, card.front, problems), _rendered(environment, card.back, problems)
    nodes = _checked(card.front, front, names, problems)
    _checked(card.back, back, names, problems)
    if any(isinstance(node, Replacement) and (node.filters or node.name == "FrontSide") for node in walk(nodes)):
        problems.append(error(f"{card.front}: filters and FrontSide do not belong on a front"))
    shown = {node.name for node in walk(nodes) if isinstance(node, Replacement)}
    if front and not shown & set(names):
        problems.append(error(f"{card.front}: no note can fill this front; show a field on it"))
    if is_filled(nodes, always):
        problems.append(error(f"{card.front}: this front is filled even for an empty note; wrap it in {{{{#Field}}}}"))
    return CardType(card.id, card.name, front, back, nodes)


def _rendered(environment: jinja2.Environment, name: str, problems: list[Problem]) -> str:
    """A template file with its partials put in; lines that came out empty are dropped."""
    try:
        text = environment.get_template(name).render()
    except jinja2.TemplateNotFound as missing:
        known = environment.list_templates()
        close = difflib.get_close_matches(str(missing), known, n=1)
        hint = f"; did you mean {close[0]}?" if close else ""
        problems.append(error(f"{name}: the template {missing} does not exist{hint}"))
        return ""
    except jinja2.TemplateSyntaxError as fault:
        problems.append(error(f"{fault.name or name}:{fault.lineno}: {fault.message}"))
        return ""
    except jinja2.TemplateError as fault:
        problems.append(error(f"{name}: {fault.message}"))
        return ""
    return "\n".join(line for line in text.split("\n") if line.strip())


def _checked(file: str, text: str, names: tuple[str, ...], problems: list[Problem]) -> tuple[Node, ...]:
    problems.extend(_forbidden(file, text))
    try:
        nodes = parse(text)
    except TemplateError as fault:
        problems.append(error(f"{file}: {fault}"))
        return ()
    for node in walk(nodes):
        known = (*names, *(SPECIAL if isinstance(node, Replacement) else ()))
        if node.name not in known:
            close = difflib.get_close_matches(node.name, known, n=1)
            hint = f"; did you mean {close[0]}?" if close else ""
            sign = "" if isinstance(node, Replacement) else "^" if node.negated else "#"
            problems.append(error(f"{file}: there is no field {{{{{sign}{node.name}}}}}{hint}"))
        if isinstance(node, Replacement) and any(part.split()[0] in _SPOKEN for part in node.filters if part):
            problems.append(error(f"{file}: {{{{{':'.join((*node.filters, node.name))}}}}} speaks; cards are silent"))
    return nodes


def _forbidden(file: str, text: str) -> list[Problem]:
    found = ((pattern.search(text), what) for pattern, what in _FORBIDDEN)
    return [error(f"{file}: {match[0]!r} {what}") for match, what in found if match]
