"""What the shape of a configuration cannot say: ids and names are unique, and every name is the name of something.

Each check yields its problems, shown where they stand in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from flashgen.anki.field_text import tag_name
from flashgen.config.phrases import CardPhrases
from flashgen.config.schema import (
    ANY_FRONT,
    CLOZE_FIELDS,
    RECOGNISED_BY,
    VALUES,
    CardConfig,
    CardTypes,
    NoteTypeConfig,
    Settings,
)
from flashgen.config.yaml_file import KeyPath, YamlFile
from flashgen.errors import Problem, suggest
from flashgen.language.patterns import ADDRESS_NAMES, DECK_NAMES, FRONT, PLACEHOLDER, TAG_NAMES

_LAYOUT_PLACEHOLDERS = ("language", "article")
_HOST = re.compile(r"https://[\w.-]+(?::\d+)?(?:[/?#]|\Z)")


def check_settings(settings: Settings, file: YamlFile, rules: tuple[str, ...]) -> Iterator[Problem]:
    """Placeholders that nothing would fill, braces that make none, and rules of the gate that are none of `rules`."""
    patterns: list[tuple[KeyPath, str, tuple[str, ...]]] = [(("deck",), settings.deck, DECK_NAMES)]
    patterns += [(("tags", index), pattern, TAG_NAMES) for index, pattern in enumerate(settings.tags)]
    for path, pattern, placeholders in patterns:
        for name in PLACEHOLDER.findall(pattern):
            if name not in placeholders and not name.startswith(FRONT):
                known = (*placeholders, f"{FRONT}KEY")
                yield file.problem_at(path, f"unknown placeholder {{{name}}}{suggest(name, known)}")
        if brace := re.search(r"[{}]", PLACEHOLDER.sub("", pattern)):
            message = (
                f"the {brace[0]} in {pattern!r} has no partner; a placeholder is written like {{{placeholders[0]}}}"
            )
            yield file.problem_at(path, message)
    if settings.deck.strip().casefold() == "default":
        message = f"{settings.deck!r} is the deck that every collection of Anki has; name another, for example 'Words'"
        yield file.problem_at(("deck",), message)
    for index, pattern in enumerate(settings.tags):
        if not tag_name(pattern):
            yield file.problem_at(("tags", index), f"{pattern!r} gives an empty tag; remove it")
    for key, text in settings.about.model_dump().items():
        for name in PLACEHOLDER.findall(text):
            if not name.startswith(FRONT):
                message = f"unknown placeholder {{{name}}}; {{{FRONT}KEY}} is what front matter holds under a key"
                yield file.problem_at(("about", key), message)
    yield from _check_links(settings, file)
    yield from _check_layouts(settings, file)
    for rule in settings.rules:
        if rule not in rules:
            yield file.problem_at(("rules", rule), f"unknown rule {rule!r}{suggest(rule, rules)}")


def _check_links(settings: Settings, file: YamlFile) -> Iterator[Problem]:
    """Addresses that lead elsewhere than to a host by https, and placeholders that nothing would fill."""
    for key, known in ADDRESS_NAMES.items():
        pattern: str = getattr(settings, key)
        for name in PLACEHOLDER.findall(pattern):
            if name not in known and not name.startswith(FRONT):
                yield file.problem_at((key,), f"unknown placeholder {{{name}}}{suggest(name, known)}")
        if pattern and not _HOST.match(pattern):
            message = f"{pattern!r} is no address of a host by https; write it like https://example.org/{{article}}"
            yield file.problem_at((key,), message)
        elif re.search(r"[{}\s<>\"'\\]", PLACEHOLDER.sub("", pattern)):
            message = f"{pattern!r} holds a sign that no address can; percent-encode it (a space is %20)"
            yield file.problem_at((key,), message)
        elif "{line}" in pattern.partition("#")[0]:
            message = "{line} must stand behind a #: else every edit above a text would change its note"
            yield file.problem_at((key,), message)


def _check_layouts(settings: Settings, file: YamlFile) -> Iterator[Problem]:
    """Layouts that do not say where language and article stand, or that fit any path."""
    layouts = [settings.layout] if isinstance(settings.layout, str) else settings.layout
    for index, pattern in enumerate(layouts):
        path: KeyPath = ("layout",) if isinstance(settings.layout, str) else ("layout", index)
        holes = re.findall(r"\{([^{}]*)\}", pattern)
        if set(holes) != set(_LAYOUT_PLACEHOLDERS) or re.search(r"[{}]", re.sub(r"\{\w+\}", "", pattern)):
            message = (
                f"{pattern!r} must hold {{language}} and {{article}}, and no other braces; "
                "for example 'pages.{language}/{article}.md'"
            )
            yield file.problem_at(path, message)
        elif re.search(r"\}[{*]|\*\{", pattern):
            message = (
                f"{pattern!r} would fit any path: part {{language}}, {{article}} and * by something; "
                "for example 'pages.{language}/{article}.md'"
            )
            yield file.problem_at(path, message)


def check_phrases(phrases: CardPhrases, file: YamlFile) -> Iterator[Problem]:
    """Prompts that do not name the title, or hold another placeholder."""
    for kind, prompt in phrases.prompts.items():
        path = ("prompts", kind)
        if "{title}" not in prompt:
            message = f'the prompt lacks {{title}}: {prompt!r}; for example {kind}: "{{title}} = ?"'
            yield file.problem_at(path, message)
        for name in PLACEHOLDER.findall(prompt):
            if name != "title":
                yield file.problem_at(path, f"unknown placeholder {{{name}}}; only {{title}} is filled in")


def check_card_types(card_types: CardTypes, file: YamlFile) -> Iterator[Problem]:
    """Ids and names that stand for two things, and fields and values that there are not."""
    names = tuple(field.name for field in card_types.fields)
    note_types = card_types.note_types
    yield from _find_repeated(file, "the field name", ("fields",), "name", [name.casefold() for name in names])
    yield from _find_repeated(file, "the field id", ("fields",), "id", [field.id for field in card_types.fields])
    repeated_kinds = list(_find_repeated(file, "the kind", ("note_types",), "kind", [one.kind for one in note_types]))
    yield from repeated_kinds
    # by default, two note types of one kind also have one id and one name: that is the same mistake
    for key, what in (("id", "the note type id"), ("name", "the note type name")) if not repeated_kinds else ():
        yield from _find_repeated(file, what, ("note_types",), key, [getattr(one, key) for one in note_types])
    for index, note_type in enumerate(note_types):
        path = ("note_types", index, "cards")
        cards = note_type.cards
        yield from _find_repeated(
            file, f"in {note_type.name}, the card type", path, "name", [card.name.casefold() for card in cards]
        )
        yield from _find_repeated(
            file, f"in {note_type.name}, the card type id", path, "id", [card.id for card in cards]
        )
        yield from _check_cloze(note_type, index, names, file)
        all_names = (*names, *(CLOZE_FIELDS if note_type.cloze else ()))
        for position, card in enumerate(cards):
            yield from _check_card(card, (*path, position), all_names, file)
    yield from _check_fields(card_types, names, file)


def _find_repeated(file: YamlFile, what: str, path: KeyPath, key: str, values: Sequence[Any]) -> Iterator[Problem]:
    for index, value in enumerate(values):
        if value in values[:index]:
            yield file.problem_at((*path, index, key), f"{what} {value!r} is used twice")


def _check_fields(card_types: CardTypes, names: tuple[str, ...], file: YamlFile) -> Iterator[Problem]:
    for index, field in enumerate(card_types.fields):
        if field.value is not None and field.value not in VALUES:
            yield file.problem_at(
                ("fields", index, "value"), f"unknown value {field.value!r}{suggest(field.value, VALUES)}"
            )
    if card_types.sort_field not in names:
        message = f"sort_field {card_types.sort_field!r} is no field{suggest(card_types.sort_field, names)}"
        yield file.problem_at(("sort_field",), message)
    values = {field.value for field in card_types.fields}
    for value in RECOGNISED_BY:
        if value not in values:
            message = f"a field must have `value: {value}`: flashgen recognises published notes by it"
            yield file.problem_at(("fields",), message)
    if card_types.fields[0].value != "guid":
        message = "the first field must have `value: guid`, since Anki compares first fields"
        yield file.problem_at(("fields", 0), message)


def _check_cloze(note_type: NoteTypeConfig, index: int, names: tuple[str, ...], file: YamlFile) -> Iterator[Problem]:
    if not note_type.cloze:
        return
    if len(note_type.cards) > 1:
        message = f"{note_type.name}: Anki knows one card type in a cloze note type, found {len(note_type.cards)}"
        yield file.problem_at(("note_types", index, "cards", 1), message)
    taken = [name for name in CLOZE_FIELDS if name.casefold() in {one.casefold() for one in names}]
    if taken:
        message = f"{note_type.name}: a cloze note type gets a field {taken[0]} of its own; give yours another name"
        yield file.problem_at(("fields",), message)


def _check_card(card: CardConfig, path: KeyPath, names: tuple[str, ...], file: YamlFile) -> Iterator[Problem]:
    for key in ("question", "answer"):
        for index, name in enumerate(getattr(card, key)):
            if name not in names:
                yield file.problem_at((*path, key, index), _no_field_message(name, names))
    if card.typed is not None and card.typed not in names:
        yield file.problem_at((*path, "typed"), _no_field_message(card.typed, names))
    if card.typed is not None and card.typed in card.question:
        message = f"{card.name}: {card.typed} is to be typed, and the question already shows it"
        yield file.problem_at((*path, "typed"), message)
    if card.front == ANY_FRONT and not (card.ask or card.question or card.typed):
        message = (
            f"the card type {card.name!r} is new, and nothing says what it asks; give it `ask`, `question` or `typed`, "
            "or `front` and `back`; for example question: [TargetTerm]"
        )
        yield file.problem_at((*path, "name"), message)


def _no_field_message(name: str, names: tuple[str, ...]) -> str:
    return f"there is no field {name!r}{suggest(name, names, '; `fields` names them all')}"
