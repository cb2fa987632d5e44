"""Card type configuration and template files -> note types, checked for everything that Anki would stumble over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from itertools import combinations
from pathlib import Path

from flashgen.anki.ids import derived_id
from flashgen.anki.note_types import CardType, NoteField, NoteType
from flashgen.anki.template import Node, Replacement, is_filled, walk
from flashgen.config.schema import (
    ALWAYS_FILLED_VALUES,
    ANY_FRONT,
    CLOZE_FIELDS,
    TEXTLESS_VALUES,
    CardConfig,
    CardTypes,
    NoteTypeConfig,
)
from flashgen.config.template_check import check_front, check_style, check_template, find_typed_fields
from flashgen.config.template_files import TemplateFiles, Unreadable
from flashgen.config.template_variables import template_variables
from flashgen.config.yaml_file import KeyPath, YamlFile
from flashgen.errors import FlashgenError, Problem, error
from flashgen.kinds import KINDS
from flashgen.record import Record

Nodes = tuple[Node, ...]
"""The fields and conditionals of a template."""


def load_note_types(
    card_types: CardTypes, folders: Iterable[Path], file: YamlFile | None = None,
    rendered: MutableMapping[str, str] | None = None,
) -> dict[str, NoteType]:  # fmt: skip
    """The note type of each kind. Raises FlashgenError with every mistake in every template.

    Templates are looked for in the folders, in their order. `file` is the one in which the card types stand: what is
    wrong with a choice in it is shown there. `rendered` are texts of the same templates, as `TemplateFiles` keeps them.
    """
    loader = _Loader(card_types, TemplateFiles(folders, rendered), file)
    css, problems = loader.render(card_types.style, {}, ("style",))
    problems += tuple(check_style(loader.files, card_types.style, css))
    found: dict[str, NoteType] = {}
    for index, config in enumerate(card_types.note_types):
        found[config.kind], mistakes = loader.load(config, css, ("note_types", index))
        problems += mistakes
    if problems:
        raise FlashgenError(dict.fromkeys(problems))
    return {kind: found[kind] for kind in KINDS if kind in found}


class _Loader(Record):
    """What all note types are made from."""

    card_types: CardTypes
    files: TemplateFiles
    file: YamlFile | None
    """The file in which the card types stand."""

    def load(self, config: NoteTypeConfig, css: str, path: KeyPath) -> tuple[NoteType, tuple[Problem, ...]]:
        """A note type, and what is wrong with it; `path` is its place in the file."""
        fields = tuple(NoteField(one.id, one.name, one.value or "") for one in self.card_types.fields)
        if config.cloze:
            own = zip(CLOZE_FIELDS, ("target.cloze", "native.cloze"), strict=True)
            fields += tuple(NoteField(derived_id(name), name, value) for name, value in own)
        names = tuple(one.name for one in fields)
        loaded = [
            self._load_card_type(config, card, names, (*path, "cards", index))
            for index, card in enumerate(config.cards)
        ]
        cards = tuple(card for card, _ in loaded)
        problems = [problem for _, found in loaded for problem in found]
        for one, other in combinations(cards, 2):
            if one.front and one.front == other.front:
                message = f"{config.name}: the card types {one.name} and {other.name} have the same front"
                problems.append(self._problem_at((*path, "cards", cards.index(other)), message))
        typed = {name for card in cards for name in find_typed_fields(card.front_nodes)}
        sort_field = names.index(self.card_types.sort_field) if self.card_types.sort_field in names else 0
        note_type = NoteType(
            config.id, config.name, fields, sort_field, cards, css, config.cloze,
            frozenset(one.id for one in fields if one.name in typed),
        )  # fmt: skip
        return note_type, tuple(problems)

    def render(self, name: str, values: Mapping[str, object], path: KeyPath) -> tuple[str, tuple[Problem, ...]]:
        """A template as it is rendered with these variables; or an empty text, and why there is none."""
        if message := self.files.missing_message(name):
            return "", (self._problem_at(path, message),)
        try:
            return self.files.render(name, values), ()
        except Unreadable as fault:
            return "", (fault.problem,)

    def _load_card_type(
        self, note_type: NoteTypeConfig, card: CardConfig, names: tuple[str, ...], path: KeyPath
    ) -> tuple[CardType, tuple[Problem, ...]]:
        values = template_variables(note_type.kind, card)
        front, front_faults = self.render(card.front, values, (*path, "front"))
        back, back_faults = self.render(card.back, values, (*path, "back"))
        safe = [one.name for one in self.card_types.fields if (one.value or "").endswith(TEXTLESS_VALUES)]
        nodes, front_mistakes = check_template(self.files, card.front, front, names, safe, cloze=note_type.cloze)
        back_nodes, back_mistakes = check_template(self.files, card.back, back, names, safe, cloze=note_type.cloze)
        problems = [*front_faults, *back_faults, *front_mistakes, *back_mistakes]
        problems += check_front(self.files, card.front, front, nodes)
        if front and not front_mistakes:
            problems += self._check_filled(card, nodes, names)
            problems += self._check_typed(card, nodes, back_nodes)
            problems += self._check_shown(note_type.kind, card, front, (nodes, back_nodes), path)
            if note_type.cloze:
                problems += self._check_cloze(card, nodes)
        return CardType(card.id, card.name, front, back, nodes), tuple(problems)

    def _check_filled(self, card: CardConfig, nodes: Nodes, names: tuple[str, ...]) -> Iterator[Problem]:
        """A front that shows nothing, or shows something for every note, empty or not."""
        shown = _shown_names(nodes)
        always = frozenset(one.name for one in self.card_types.fields if one.value in ALWAYS_FILLED_VALUES)
        never = frozenset(one.name for one in self.card_types.fields if not one.value)
        if not shown & set(names) or not _is_fillable(nodes, frozenset(names) - never, always):
            message = "no note can fill this front; show a field on it, for example {{TargetQuestion}}"
            yield self.files.problem_at(card.front, message)
        if is_filled(nodes, always):
            message = (
                "this front is filled even for an empty note; wrap it in {{#TargetQuestion}}...{{/TargetQuestion}}"
            )
            yield self.files.problem_at(card.front, message)

    def _check_typed(self, card: CardConfig, front: Nodes, back: Nodes) -> Iterator[Problem]:
        """More than one typed answer, or one that the back does not compare."""
        typed = find_typed_fields(front)
        if len(typed) > 1:
            message = f"Anki takes one typed answer on a card, found {', '.join(typed)}"
            yield self.files.problem_at(card.front, message)
        shown = [node for node in walk(back) if isinstance(node, Replacement)]
        if typed and not any(node.name == "FrontSide" or "type" in node.filters for node in shown):
            message = (
                f"the front asks to type {typed[0]}; put {{{{type:{typed[0]}}}}} on the back, too, to see it compared"
            )
            yield self.files.problem_at(card.back, message)

    def _check_shown(
        self, kind: str, card: CardConfig, front: str, sides: tuple[Nodes, Nodes], path: KeyPath
    ) -> Iterator[Problem]:
        """The first setting of the card type that its templates pass over."""
        if card.front == ANY_FRONT:
            return
        on_front, on_back = map(_shown_names, sides)
        ignored = [("question", name) for name in card.question if name not in on_front]
        ignored += [("answer", name) for name in card.answer if name not in on_back]
        ignored += [("typed", card.typed)] if card.typed and card.typed not in find_typed_fields(sides[0]) else []
        if card.ask and front == self._render_other_direction(kind, card):
            ignored.append(("ask", card.ask))
        if ignored:
            key, value = ignored[0]
            template = card.back if key == "answer" else card.front
            message = (
                f"the template {template} passes over `{key}: {value}`; leave out `front` and `back`, and it is shown"
            )
            yield self._problem_at((*path, key), message)

    def _check_cloze(self, card: CardConfig, front: Nodes) -> Iterator[Problem]:
        """A front that hides no words."""
        filters = {part for node in walk(front) if isinstance(node, Replacement) for part in node.filters}
        if "cloze" not in filters:
            message = f"a cloze note type hides words with {{{{cloze:{CLOZE_FIELDS[0]}}}}}; it is missing"
            yield self.files.problem_at(card.front, message)

    def _render_other_direction(self, kind: str, card: CardConfig) -> str:
        """The front with the other language asking."""
        other = "Target" if card.ask == "native" else "Native"
        try:
            return self.files.render(card.front, template_variables(kind, card, other))
        except Unreadable:
            return ""

    def _problem_at(self, path: KeyPath, message: str) -> Problem:
        """A problem in the file of card types, at the nearest key that stands there."""
        if self.file and path[:2] in self.file.places:
            return self.file.problem_at(path, message)
        return error(message)


def _shown_names(nodes: Nodes) -> set[str]:
    """The fields that a template shows, also where a conditional may hide them."""
    return {node.name for node in walk(nodes) if isinstance(node, Replacement)}


def _is_fillable(
    nodes: Nodes, possible: frozenset[str], always: frozenset[str], empty: frozenset[str] = frozenset()
) -> bool:
    """Whether some note shows something on a front: `possible` fields may be filled, `always` ones are."""
    for node in nodes:
        may_be_filled = node.name in possible and node.name not in empty
        if isinstance(node, Replacement):
            found = may_be_filled
        elif node.negated:
            found = node.name not in always and _is_fillable(node.children, possible, always, empty | {node.name})
        else:
            found = may_be_filled and _is_fillable(node.children, possible, always | {node.name}, empty)
        if found:
            return True
    return False
