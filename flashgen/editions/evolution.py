"""Note types against those already published: what lets learners keep their cards when the configuration moves on.

Anki updates a note type in place only while its fields and card types are the same ones, by id, in the same order;
otherwise it sets the learner's notes apart, for good. So whatever was published stays: a field that was dropped stays
empty, a card type that was dropped stays without a front (its cards turn blank, their history remains). Where
something is added or moved, the note type gets another id, and notes move over to it with their cards, once, when the
learner ticks "Merge note types" at the import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from flashgen.anki.ids import derived_id
from flashgen.anki.manifest import PublishedCard, PublishedField, PublishedType
from flashgen.anki.note_types import CardType, NoteField, NoteType
from flashgen.anki.package_reader import Edition
from flashgen.anki.template import parse
from flashgen.errors import Problem, warning
from flashgen.record import replace


class _Identified(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...


_Item = TypeVar("_Item", bound=_Identified)
_Before = TypeVar("_Before", bound=_Identified)


def reconcile_note_types(
    note_types: Mapping[str, NoteType], before: Mapping[str, PublishedType]
) -> tuple[dict[str, NoteType], tuple[PublishedType, ...], tuple[Problem, ...]]:
    """The note types, by kind, as learners shall have them; how they are published now; and what learners have to do.

    `before` are the published ones, by kind; those of kinds that the configuration lacks stay on record.
    """
    reconciled: dict[str, NoteType] = {}
    records: dict[str, PublishedType] = dict(before)
    problems: list[Problem] = []
    for kind, note_type in note_types.items():
        reconciled[kind], records[kind] = note_type, _record(kind, note_type, note_type, 0, [])
        if published := before.get(kind):
            reconciled[kind], records[kind] = _continued(kind, note_type, published)
            problems.extend(_warnings(note_type, records[kind], published))
    return reconciled, tuple(records.values()), tuple(problems)


def drop_converted_kinds(note_types: Mapping[str, NoteType], last: Edition) -> tuple[Edition, tuple[Problem, ...]]:
    """The last edition without the kinds that became clozes since, or ceased to be; and what that means.

    Anki refuses a package that moves a note from a note type of one sort to one of the other, so that these kinds begin
    anew, with other guids.
    """
    published = last.note_types
    converted = [kind for kind, one in note_types.items() if kind in published and published[kind].cloze != one.cloze]
    if last.manifest is None or not converted:
        return last, ()
    manifest = last.manifest.model_copy(
        update={"note_types": [record for record in last.manifest.note_types if record.kind not in converted]}
    )
    notes, absent = last.notes.without(converted), last.absent.without(converted)
    message = (
        'Anki cannot turn the note type "{}" into "{}": all its notes are new ones, beside the old ones, which '
        "learners keep with their histories and may delete"
    )
    problems = tuple(warning(message.format(published[kind].name, note_types[kind].name)) for kind in converted)
    return replace(last, manifest=manifest, notes=notes, absent=absent), problems


def _continued(kind: str, note_type: NoteType, before: PublishedType) -> tuple[NoteType, PublishedType]:
    field_names, card_names = _Names(note_type.fields), _Names(note_type.cards)
    fields = _joined(note_type.fields, before.fields, lambda dropped: _dropped_field(dropped, field_names))
    cards = _joined(note_type.cards, before.cards, lambda dropped: _dropped_card(dropped, card_names, note_type))
    sort_field = note_type.fields[note_type.sort_field].id
    ids = [field.id for field in fields]
    joined = replace(note_type, fields=fields, cards=cards, sort_field=ids.index(sort_field))
    is_same = (
        note_type.id == before.configured
        and ids == [field.id for field in before.fields]
        and [card.id for card in cards] == [card.id for card in before.cards]
        and sort_field == before.sort_field
    )
    if is_same:
        joined = replace(joined, id=before.id, name=_name(note_type, before.revision))
        return joined, _record(kind, note_type, joined, before.revision, before.former)
    former = [*before.former, before.id]
    if note_type.id not in former:
        return joined, _record(kind, note_type, joined, 0, former)
    revision = before.revision + 1
    joined = replace(joined, id=derived_id(note_type.id, revision), name=_name(note_type, revision))
    return joined, _record(kind, note_type, joined, revision, former)


def _name(note_type: NoteType, revision: int) -> str:
    return f"{note_type.name} {revision + 1}" if revision else note_type.name


def _joined(now: Sequence[_Item], before: Sequence[_Before], dropped: Callable[[_Before], _Item]) -> tuple[_Item, ...]:
    """What is configured, and what was published once: in the published order, if nothing was added or moved."""
    known = {item.id: item for item in now}
    if [item.id for item in before if item.id in known] == [item.id for item in now]:
        return tuple(known.get(item.id) or dropped(item) for item in before)
    return (*now, *(dropped(item) for item in before if item.id not in known))


class _Names:
    """Gives names to what was dropped: its own, unless that is taken by now."""

    def __init__(self, items: Iterable[_Identified]) -> None:
        self._taken = {item.name.casefold() for item in items}

    def free(self, name: str) -> str:
        number, chosen = 1, name
        while chosen.casefold() in self._taken:
            chosen = f"{name} (dropped)" if number == 1 else f"{name} (dropped {number})"
            number += 1
        self._taken.add(chosen.casefold())
        return chosen


def _dropped_field(before: PublishedField, names: _Names) -> NoteField:
    return NoteField(before.id, names.free(before.name))


def _dropped_card(before: PublishedCard, names: _Names, note_type: NoteType) -> CardType:
    """A card type without cards. Its front can never be filled, and equals no other front, which Anki would refuse."""
    field = note_type.fields[0].name
    front = f"{{{{#{field}}}}}{{{{^{field}}}}}{before.id}{{{{{field}}}}}{{{{/{field}}}}}{{{{/{field}}}}}"
    return CardType(before.id, names.free(before.name), front, "{{FrontSide}}", parse(front))


def _record(kind: str, configured: NoteType, note_type: NoteType, revision: int, former: list[int]) -> PublishedType:
    kept = {card.id for card in configured.cards}
    return PublishedType(
        kind=kind,
        id=note_type.id,
        name=note_type.name,
        configured=configured.id,
        revision=revision,
        former=former,
        sort_field=note_type.fields[note_type.sort_field].id,
        fields=[PublishedField(id=field.id, name=field.name, value=field.value) for field in note_type.fields],
        cards=[PublishedCard(id=card.id, name=card.name, dropped=card.id not in kept) for card in note_type.cards],
        cloze=note_type.cloze,
    )


def _warnings(note_type: NoteType, now: PublishedType, before: PublishedType) -> list[Problem]:
    """What learners have to do, or will see."""
    found: list[Problem] = []
    if now.id != before.id:
        found.append(
            warning(
                f'the note type "{note_type.name}" {_what_changed(now, before)}: at their next import, learners must '
                'tick "Merge note types" once; their histories are kept. Without it, their notes of this type stay '
                "as they are"
            )
        )
    was_dropped = {card.id for card in before.cards if card.dropped}
    newly = [card.name for card in now.cards if card.dropped and card.id not in was_dropped]
    found.extend(
        warning(
            f'the card type "{name}" of "{note_type.name}" is no longer configured: learners\' cards of it turn '
            "blank at the import, and Tools > Empty Cards removes them; configured again, with its id, they return"
        )
        for name in newly
    )
    return found


def _what_changed(now: PublishedType, before: PublishedType) -> str:
    if now.configured != before.configured:
        return f"has another id ({now.configured}, published with {before.configured})"
    changes = []
    for what, ours, theirs in (("field", now.fields, before.fields), ("card type", now.cards, before.cards)):
        known = {item.id for item in theirs}
        names = {item.name: item.id for item in theirs}
        for item in ours:
            if item.id not in known and item.name in names:
                changes.append(f"has the {what} {item.name} with another id (published with {names[item.name]})")
            elif item.id not in known:
                changes.append(f"has a new {what} {item.name}")
        if [item.id for item in ours if item.id in known] != [item.id for item in theirs]:
            changes.append(f"has its {what}s in another order")
    if now.sort_field != before.sort_field:
        changes.append("is sorted by another field")
    return " and ".join(changes)
