"""What the shape of a configuration cannot say: ids and names are unique, and every word names something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from flashgen.config.schema import (
    ANY_FRONT,
    CLOZE_FIELDS,
    RECOGNISED_BY,
    VALUES,
    CardConfig,
    CardTypes,
    NoteTypeConfig,
    Settings,
    Wording,
)
from flashgen.config.yaml_file import KeyPath, YamlFile
from flashgen.errors import Problem, suggest

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_OF_DECKS = ("native", "target", "topic")
_OF_TAGS = ("native", "target", "kind", "article", "keyword")


def settings_problems(settings: Settings, file: YamlFile, rules: tuple[str, ...]) -> Iterator[Problem]:
    """Words in braces that nothing would fill, and rules that are none of `rules`."""
    patterns: list[tuple[KeyPath, str, tuple[str, ...]]] = [(("deck",), settings.deck, _OF_DECKS)]
    patterns += [(("tags", index), pattern, _OF_TAGS) for index, pattern in enumerate(settings.tags)]
    for path, pattern, words in patterns:
        for word in _PLACEHOLDER.findall(pattern):
            if word not in words:
                yield file.problem(path, f"unknown placeholder {{{word}}}{suggest(word, words)}")
        if brace := re.search(r"[{}]", _PLACEHOLDER.sub("", pattern)):
            said = f"the {brace[0]} in {pattern!r} has no partner; a placeholder is written like {{{words[0]}}}"
            yield file.problem(path, said)
    for rule in settings.rules:
        if rule not in rules:
            yield file.problem(("rules", rule), f"unknown rule {rule!r}{suggest(rule, rules)}")


def wording_problems(wording: Wording, file: YamlFile) -> Iterator[Problem]:
    for kind, prompt in wording.prompts.items():
        if "{title}" not in prompt:
            said = f'the prompt lacks {{title}}: {prompt!r}; for example {kind}: "{{title}} = ?"'
            yield file.problem(("prompts", kind), said)
        for word in _PLACEHOLDER.findall(prompt):
            if word != "title":
                yield file.problem(("prompts", kind), f"unknown placeholder {{{word}}}; only {{title}} is filled in")


def card_type_problems(card_types: CardTypes, file: YamlFile) -> Iterator[Problem]:
    names = tuple(field.name for field in card_types.fields)
    note_types = card_types.note_types
    yield from _repeated(file, "the field name", ("fields",), "name", [name.casefold() for name in names])
    yield from _repeated(file, "the field id", ("fields",), "id", [field.id for field in card_types.fields])
    kinds = list(_repeated(file, "the kind", ("note_types",), "kind", [one.kind for one in note_types]))
    yield from kinds
    for key, what in (("id", "the note type id"), ("name", "the note type name")) if not kinds else ():
        yield from _repeated(file, what, ("note_types",), key, [getattr(one, key) for one in note_types])
    for index, note_type in enumerate(note_types):
        path = ("note_types", index, "cards")
        cards = note_type.cards
        yield from _repeated(
            file, f"in {note_type.name}, the card type", path, "name", [card.name.casefold() for card in cards]
        )
        yield from _repeated(file, f"in {note_type.name}, the card type id", path, "id", [card.id for card in cards])
        yield from _cloze_problems(note_type, index, names, file)
        held = (*names, *(CLOZE_FIELDS if note_type.cloze else ()))
        for position, card in enumerate(cards):
            yield from _card_problems(card, (*path, position), held, file)
    yield from _field_problems(card_types, names, file)


def _repeated(file: YamlFile, what: str, path: KeyPath, key: str, values: Sequence[Any]) -> Iterator[Problem]:
    for index, value in enumerate(values):
        if value in values[:index]:
            yield file.problem((*path, index, key), f"{what} {value!r} is used twice")


def _field_problems(card_types: CardTypes, names: tuple[str, ...], file: YamlFile) -> Iterator[Problem]:
    for index, field in enumerate(card_types.fields):
        if field.value is not None and field.value not in VALUES:
            yield file.problem(
                ("fields", index, "value"), f"unknown value {field.value!r}{suggest(field.value, VALUES)}"
            )
    if card_types.sort_field not in names:
        said = f"sort_field {card_types.sort_field!r} is no field{suggest(card_types.sort_field, names)}"
        yield file.problem(("sort_field",), said)
    held = {field.value for field in card_types.fields}
    for value in RECOGNISED_BY:
        if value not in held:
            said = f"a field must have `value: {value}`: flashgen recognises published notes by it"
            yield file.problem(("fields",), said)
    if card_types.fields[0].value != "guid":
        said = "the first field must have `value: guid`, since Anki compares first fields"
        yield file.problem(("fields", 0), said)


def _cloze_problems(note_type: NoteTypeConfig, index: int, names: tuple[str, ...], file: YamlFile) -> Iterator[Problem]:
    if not note_type.cloze:
        return
    if len(note_type.cards) > 1:
        said = f"{note_type.name}: Anki knows one card type in a cloze note type, found {len(note_type.cards)}"
        yield file.problem(("note_types", index, "cards", 1), said)
    taken = [name for name in CLOZE_FIELDS if name.casefold() in {one.casefold() for one in names}]
    if taken:
        said = f"{note_type.name}: a cloze note type gets a field {taken[0]} of its own; give yours another name"
        yield file.problem(("fields",), said)


def _card_problems(card: CardConfig, path: KeyPath, names: tuple[str, ...], file: YamlFile) -> Iterator[Problem]:
    for key in ("question", "answer"):
        for index, name in enumerate(getattr(card, key)):
            if name not in names:
                yield file.problem((*path, key, index), _no_field(name, names))
    if card.typed is not None and card.typed not in names:
        yield file.problem((*path, "typed"), _no_field(card.typed, names))
    if card.typed is not None and card.typed in card.question:
        said = f"{card.name}: {card.typed} is to be typed, and the question already shows it"
        yield file.problem((*path, "typed"), said)
    if card.front == ANY_FRONT and not (card.ask or card.question or card.typed):
        said = (
            f"the card type {card.name!r} is new, and nothing says what it asks; give it `ask`, `question` or `typed`, "
            "or `front` and `back`; for example question: [TargetTerm]"
        )
        yield file.problem((*path, "name"), said)


def _no_field(name: str, names: tuple[str, ...]) -> str:
    return f"there is no field {name!r}{suggest(name, names, '; `fields` names them all')}"
