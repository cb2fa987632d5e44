"""Card type configuration and template files -> note types, checked for everything that Anki would stumble over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from flashgen.anki.field_text import typable_html
from flashgen.anki.template import Node, Replacement, filled_cards, is_filled, walk
from flashgen.config.merging import derived_id
from flashgen.config.schema import ALWAYS_FILLED_VALUES, ANY_FRONT, CLOZE_FIELDS, CardConfig, CardTypes, NoteTypeConfig
from flashgen.config.template_check import check_front, check_style, check_template, typed_fields
from flashgen.config.template_files import TemplateFiles, Unreadable
from flashgen.config.template_variables import told
from flashgen.config.yaml_file import KeyPath, YamlFile
from flashgen.errors import FlashgenError, Problem, error
from flashgen.records import KINDS


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
    cloze: bool = False
    """Whether it is one of Anki's cloze note types, whose notes have a card for each number in braces."""
    typed: frozenset[int] = frozenset()
    """The ids of the fields that a learner types."""

    def fill(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """The fields of a note with these values; what is typed is written as a keyboard would."""
        filled = tuple(values.get(field.value, "") for field in self.fields)
        if not self.typed:
            return filled
        pairs = zip(self.fields, filled, strict=True)
        return tuple(typable_html(html) if field.id in self.typed else html for field, html in pairs)

    def filled_cards(self, fields: Sequence[str]) -> tuple[int, ...]:
        """The positions of the cards that a note with these fields has."""
        named = dict(zip((field.name for field in self.fields), fields, strict=True))
        return filled_cards([card.front_nodes for card in self.cards], named, cloze=self.cloze)


def load_note_types(
    card_types: CardTypes, folders: Iterable[Path], file: YamlFile | None = None
) -> dict[str, NoteType]:  # fmt: skip
    """The note type of each kind. Raises FlashgenError with every mistake in every template.

    `file` is the one that the card types stand in: what is wrong with a choice in it is shown there.
    """
    loading = _Loading(card_types, TemplateFiles(folders), file)
    css = loading.text(card_types.style, {}, ("style",))
    loading.problems.extend(check_style(loading.files, card_types.style, css))
    found = {
        config.kind: loading.note_type(config, css, ("note_types", index))
        for index, config in enumerate(card_types.note_types)
    }
    if loading.problems:
        raise FlashgenError(dict.fromkeys(loading.problems))
    return {kind: found[kind] for kind in KINDS if kind in found}


@dataclass(frozen=True, slots=True)
class _Loading:
    """What all note types are made from, and what is wrong with them."""

    card_types: CardTypes
    files: TemplateFiles
    file: YamlFile | None
    problems: list[Problem] = field(default_factory=list)

    def note_type(self, config: NoteTypeConfig, css: str, path: KeyPath) -> NoteType:
        fields = tuple(NoteField(one.id, one.name, one.value or "") for one in self.card_types.fields)
        if config.cloze:
            own = zip(CLOZE_FIELDS, ("target.cloze", "native.cloze"), strict=True)
            fields += tuple(NoteField(derived_id(name), name, value) for name, value in own)
        names = tuple(one.name for one in fields)
        cards = tuple(
            self._card_type(config, card, names, (*path, "cards", index)) for index, card in enumerate(config.cards)
        )
        for one, other in combinations(cards, 2):
            if one.front and one.front == other.front:
                said = f"{config.name}: the card types {one.name} and {other.name} have the same front"
                self._add(said, (*path, "cards", cards.index(other)))
        typed = {name for card in cards for name in typed_fields(card.front_nodes)}
        sort_field = names.index(self.card_types.sort_field) if self.card_types.sort_field in names else 0
        return NoteType(
            config.id, config.name, fields, sort_field, cards, css, config.cloze,
            frozenset(one.id for one in fields if one.name in typed),
        )  # fmt: skip

    def text(self, name: str, values: Mapping[str, object], path: KeyPath) -> str:
        """A rendered template; empty where there is none, which is then among the problems."""
        if said := self.files.missing(name):
            self._add(said, path)
            return ""
        try:
            return self.files.text(name, values)
        except Unreadable as fault:
            self.problems.append(fault.problem)
            return ""

    def _card_type(
        self, note_type: NoteTypeConfig, card: CardConfig, names: tuple[str, ...], path: KeyPath
    ) -> CardType:
        values = told(note_type.kind, card)
        front, back = self.text(card.front, values, (*path, "front")), self.text(card.back, values, (*path, "back"))
        known = len(self.problems)
        nodes = check_template(self.files, card.front, front, names, self.problems, cloze=note_type.cloze)
        is_sound = front and len(self.problems) == known
        back_nodes = check_template(self.files, card.back, back, names, self.problems, cloze=note_type.cloze)
        self.problems.extend(check_front(self.files, card.front, front, nodes))
        if is_sound:
            self._check_filled(card, front, nodes, names)
            self._check_typed(card, nodes, back_nodes)
            self._check_heard(note_type.kind, card, front, (nodes, back_nodes), path)
        if note_type.cloze and is_sound and not {"cloze"} & _filters(nodes):
            self._fault(
                card.front, f"a cloze note type hides words with {{{{cloze:{CLOZE_FIELDS[0]}}}}}; it is missing"
            )
        return CardType(card.id, card.name, front, back, nodes)

    def _check_filled(self, card: CardConfig, front: str, nodes: tuple[Node, ...], names: tuple[str, ...]) -> None:
        """A front that shows nothing, or shows something for every note, empty or not."""
        shown = {node.name for node in walk(nodes) if isinstance(node, Replacement)}
        always = frozenset(one.name for one in self.card_types.fields if one.value in ALWAYS_FILLED_VALUES)
        never = frozenset(one.name for one in self.card_types.fields if not one.value)
        if not shown & set(names) or not _fillable(nodes, frozenset(names) - never, always):
            self._fault(card.front, "no note can fill this front; show a field on it, for example {{TargetQuestion}}")
        if is_filled(nodes, always):
            said = "this front is filled even for an empty note; wrap it in {{#TargetQuestion}}...{{/TargetQuestion}}"
            self._fault(card.front, said)

    def _check_typed(self, card: CardConfig, nodes: tuple[Node, ...], back: tuple[Node, ...]) -> None:
        typed = typed_fields(nodes)
        if len(typed) > 1:
            self._fault(card.front, f"Anki takes one typed answer on a card, found {', '.join(typed)}")
        shown = [node for node in walk(back) if isinstance(node, Replacement)]
        if typed and not any(node.name == "FrontSide" or "type" in node.filters for node in shown):
            said = (
                f"the front asks to type {typed[0]}; put {{{{type:{typed[0]}}}}} on the back, too, to see it compared"
            )
            self._fault(card.back, said)

    def _check_heard(
        self, kind: str, card: CardConfig, front: str, sides: tuple[tuple[Node, ...], tuple[Node, ...]], path: KeyPath
    ) -> None:
        """Whether the templates heed what the configuration says of the card."""
        if card.front == ANY_FRONT:
            return
        on_front, on_back = ({node.name for node in walk(nodes) if isinstance(node, Replacement)} for nodes in sides)
        deaf = [f"question: {name}" for name in card.question if name not in on_front]
        deaf += [f"answer: {name}" for name in card.answer if name not in on_back]
        deaf += [f"typed: {card.typed}"] if card.typed and card.typed not in typed_fields(sides[0]) else []
        if card.ask and front == self._asked_otherwise(kind, card):
            deaf.append(f"ask: {card.ask}")
        if deaf:
            template = card.back if deaf[0].startswith("answer") else card.front
            said = f"the template {template} passes over `{deaf[0]}`; leave out `front` and `back`, and it is shown"
            self._add(said, (*path, deaf[0].split(":")[0]))

    def _asked_otherwise(self, kind: str, card: CardConfig) -> str:
        """The front with the other language asking."""
        try:
            return self.files.text(card.front, told(kind, card, "Target" if card.ask == "native" else "Native"))
        except Unreadable:
            return ""

    def _fault(self, template: str, said: str) -> None:
        self.problems.append(self.files.problem(template, said, ""))

    def _add(self, said: str, path: KeyPath) -> None:
        """A problem in the file of card types, at the nearest key that stands there."""
        if self.file and path[:2] in self.file.places:
            self.problems.append(self.file.problem(path, said))
        else:
            self.problems.append(error(said))


def _filters(nodes: tuple[Node, ...]) -> set[str]:
    return {part for node in walk(nodes) if isinstance(node, Replacement) for part in node.filters}


def _fillable(
    nodes: tuple[Node, ...], possible: frozenset[str], always: frozenset[str], empty: frozenset[str] = frozenset()
) -> bool:
    """Whether some note shows something on a front: `possible` fields may be filled, `always` ones are."""
    for node in nodes:
        may_be_filled = node.name in possible and node.name not in empty
        if isinstance(node, Replacement):
            found = may_be_filled
        elif node.negated:
            found = node.name not in always and _fillable(node.children, possible, always, empty | {node.name})
        else:
            found = may_be_filled and _fillable(node.children, possible, always | {node.name}, empty)
        if found:
            return True
    return False
