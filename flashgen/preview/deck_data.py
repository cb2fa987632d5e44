"""A published deck -> the data of its preview page: note types with their templates, notes with their fields, and
the facts that made no note.

Cards are not rendered here: templates and fields are a tenth of the rendered HTML, and the page renders what is seen.
Texts that stand in many notes (prompts, languages, titles) stand in the data once, and notes hold their numbers.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from flashgen.anki.manifest import PublishedType, WithheldFact
from flashgen.anki.models import PublishedModel
from flashgen.anki.package_reader import Edition
from flashgen.anki.published_notes import PublishedNote
from flashgen.anki.template import Node, filled_cards, parse
from flashgen.kinds import kind_of

_ANSWERS = ("native.answer", "target.answer")
_PAIRS = {"term": ("native.term", "target.term")}
"""The two texts by which proofreaders name a note's pair, where they are not its answers."""
_UNSEARCHED = {
    "guid", "producible", "listed",
    *(f"{side}.{name}" for side in ("target", "native") for name in ("language", "direction", "size", "task")),
}  # fmt: skip
"""Values that nobody would search for, and that stand in every note."""


def deck_data(edition: Edition, name: str, *, public: bool = False) -> dict[str, Any]:
    """All that the page needs, as JSON can hold it. Notes stand in the order in which Anki introduces them.

    `about` holds the lines of what the deck says of itself.
    `notes` holds for each note [type, deck, guid, tags, state, cards, fields]; `state` is "", "latest" (changed by the
    last edition, if that was not the first), "retired" (published for a last time) or "before" (published once, and
    not in the package). A text is a string, or a number: its index
    in `texts`. `withheld` holds [article, kind, native text, target text, reason, sort of reason], and `unlisted` how
    many more there are. Notes of kinds that the package no longer has a note type for cannot be shown, and are counted
    in `unshown`.
    A `public` page shows what an import brings: nothing withheld, and no notes of earlier editions; and it asks nobody
    to judge pairs, since only those who build the deck could use the answers (`proofread`).
    """
    models = {
        kind: edition.models[record.id] for kind, record in edition.note_types.items() if record.id in edition.models
    }
    present = sorted(edition.notes.values(), key=lambda note: note.position)
    earlier = () if public else tuple(edition.absent.values())
    absent = [note for note in earlier if _fits(note, models)]
    kinds = list(models)
    decks = list(dict.fromkeys(note.deck for note in (*present, *absent)))
    texts = _repeated_texts((*present, *absent))
    numbers = {text: number for number, text in enumerate(texts)}

    def row(note: PublishedNote, state: str, cards: Sequence[int]) -> list[Any]:
        fields = [numbers.get(text, text) for text in note.field_values]
        tags = numbers.get(note.tags, note.tags)
        return [kinds.index(note.kind), decks.index(note.deck), note.guid, tags, state, list(cards), fields]

    stylesheets = list(dict.fromkeys(model.css for model in models.values()))
    native, target = edition.pair
    manifest = None if public else edition.manifest
    return {
        "name": name,
        "about": list(edition.about),
        "native": native,
        "target": target,
        "unshown": len(earlier) - len(absent),
        "stylesheets": stylesheets,
        "types": [_type_data(edition.note_types[kind], models[kind], stylesheets) for kind in kinds],
        "decks": decks,
        "texts": texts,
        "notes": [
            *(row(note, state, note.cards) for note, state in _with_states(present)),
            *(row(note, "before", cards) for note, cards in _with_cards(absent, models)),
        ],
        "withheld": [_withheld_data(fact) for fact in manifest.withheld] if manifest else [],
        "unlisted": manifest.unlisted if manifest else 0,
        "proofread": not public,
    }


def json_for_html(data: object) -> str:
    """JSON that may stand in a `<script>` element, whatever texts it holds."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _with_states(notes: Sequence[PublishedNote]) -> Iterator[tuple[PublishedNote, str]]:
    """Notes of the package, each with its state: what the last edition wrote bears one time, the latest."""
    times = {note.modified for note in notes}
    latest = max(times) if len(times) > 1 else None
    for note in notes:
        yield note, "retired" if note.retired else "latest" if note.modified == latest else ""


def _with_cards(
    absent: Iterable[PublishedNote], models: Mapping[str, PublishedModel]
) -> Iterator[tuple[PublishedNote, tuple[int, ...]]]:
    """Notes that the package does not hold, with the cards that they would have under the note types of today."""
    fronts: dict[str, tuple[tuple[Node, ...], ...]] = {}
    for note in absent:
        model = models[note.kind]
        if note.kind not in fronts:
            fronts[note.kind] = tuple(parse(template.front) for template in model.templates)
        fields = dict(zip(model.fields, note.field_values, strict=True))
        yield note, filled_cards(fronts[note.kind], fields, cloze=model.is_cloze)


def _fits(note: PublishedNote, models: Mapping[str, PublishedModel]) -> bool:
    """Whether the package has a note type by which this note can be shown."""
    return note.kind in models and len(note.field_values) == len(models[note.kind].fields)


def _type_data(record: PublishedType, model: PublishedModel, stylesheets: Sequence[str]) -> dict[str, Any]:
    values = [field.value for field in record.fields]
    return {
        "kind": record.kind,
        "name": model.name,
        "cloze": model.is_cloze,
        "stylesheet": stylesheets.index(model.css),
        "fields": list(model.fields),
        "templates": [[template.name, template.front, template.back] for template in model.templates],
        "listed": [*(values.index(one) for one in _listed(record.kind) if one in values), model.sort_field],
        "pair": [values.index(one) if one in values else -1 for one in _PAIRS.get(record.kind, _ANSWERS)],
        "article": values.index("article") if "article" in values else -1,
        "searched": [index for index, value in enumerate(values) if value not in _UNSEARCHED],
    }


def _listed(kind: str) -> tuple[str, ...]:
    """What stands for a note in a list, the first that is filled: what asks for it and for no other."""
    row = kind_of(kind)
    has_own_question = row.has_question or row.has_figure or row.is_single
    return (*(("target.question",) if has_own_question else ()), "native.answer", "native.term", "target.title")


def _withheld_data(fact: WithheldFact) -> list[str]:
    return [fact.article, fact.kind, fact.native, fact.target, fact.reason, fact.sort]


def _repeated_texts(notes: Iterable[PublishedNote]) -> list[str]:
    """The texts that more than one field holds, the most frequent first, so that they get the shortest numbers."""
    counts: Counter[str] = Counter()
    for note in notes:
        counts.update(note.field_values)
        counts[note.tags] += 1
    return [text for text, count in counts.most_common() if count > 1]
