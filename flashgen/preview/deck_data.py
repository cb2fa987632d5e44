"""A published deck -> the data of its preview page: note types with their templates, notes with their fields, and
the facts that made no note.

Cards are not rendered here: templates and fields are a tenth of the rendered HTML, and the page renders what is seen.
Texts that stand in many notes (prompts, languages, titles) stand in the data once, and their places hold numbers.
"""

from __future__ import annotations

import json
import re
import sqlite3
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from flashgen.anki.manifest import PublishedType, WithheldFact
from flashgen.anki.package_reader import Edition, PublishedNote
from flashgen.anki.template import is_filled, parse

_EMPTY_FIELD = re.compile(r"(?:[ \t\n\v\f\r]|</?(?:br|div) ?/?>)*", re.IGNORECASE)
_CLOZE_NUMBERS = re.compile(r"\{\{c([\d,]+)::")
_CLOZE = 1
_UNSEARCHED = {"guid", "target.language", "native.language", "target.direction", "native.direction"}
"""Values that say nothing which a reader would look for, and stand in every note."""


def read_card_places(package: Path) -> dict[str, tuple[int, ...]]:
    """Which cards each note of a package has, by guid: positions of card types, or of clozes, counted from 0."""
    found: dict[str, tuple[int, ...]] = {}
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(package) as archive:
        connection = sqlite3.connect(archive.extract("collection.anki2", folder))
        try:
            rows = connection.execute("select n.guid, c.ord from cards c join notes n on c.nid = n.id order by c.ord")
            for guid, place in rows:
                found[guid] = (*found.get(guid, ()), place)
        finally:
            connection.close()
    return found


def deck_data(edition: Edition, card_places: Mapping[str, tuple[int, ...]], name: str) -> dict[str, Any]:
    """All that the page needs, as JSON can hold it. Notes stand in the order in which Anki introduces them.

    `notes` holds for each note [type, deck, guid, tags, state, cards, fields]; `state` is "", "retired" (published
    for a last time) or "before" (published once, and not in the package). A text is a string, or a number: its place
    in `texts`. `withheld` holds [article, kind, native text, target text, reason], and `unlisted` how many more there
    are. Notes of kinds that the package has no note type for any more cannot be shown, and are counted.
    """
    models = {
        kind: edition.models[record.id] for kind, record in edition.note_types.items() if _is_there(edition, kind)
    }
    present = sorted(edition.notes.values(), key=lambda note: note.position)
    absent = [note for note in edition.absent.values() if _fits(note, models)]
    kinds = list(models)
    decks = list(dict.fromkeys(note.deck for note in (*present, *absent)))
    texts = _repeated((*present, *absent))
    number = {text: place for place, text in enumerate(texts)}

    def row(note: PublishedNote, state: str, cards: Sequence[int]) -> list[Any]:
        fields = [number.get(text, text) for text in note.field_values]
        tags = number.get(note.tags, note.tags)
        return [kinds.index(note.kind), decks.index(note.deck), note.guid, tags, state, list(cards), fields]

    stylesheets = list(dict.fromkeys(model["css"] for model in models.values()))
    native, target = edition.pair
    manifest = edition.manifest
    return {
        "name": name,
        "native": native,
        "target": target,
        "unshown": len(edition.absent) - len(absent),
        "stylesheets": stylesheets,
        "types": [_type(edition.note_types[kind], models[kind], stylesheets) for kind in kinds],
        "decks": decks,
        "texts": texts,
        "notes": [
            *(row(note, "retired" if note.retired else "", card_places[note.guid]) for note in present),
            *(row(note, "before", filled_cards(models[note.kind], note.field_values)) for note in absent),
        ],
        "withheld": [_withheld(fact) for fact in manifest.withheld] if manifest else [],
        "unlisted": manifest.unlisted if manifest else 0,
    }


def filled_cards(model: Mapping[str, Any], fields: Sequence[str]) -> tuple[int, ...]:
    """The cards that Anki would make of a note with these fields; `model` is Anki's record of its note type."""
    if model["type"] == _CLOZE:
        groups = (group.split(",") for text in fields for group in _CLOZE_NUMBERS.findall(text))
        return tuple(sorted({int(one) - 1 for group in groups for one in group if one.strip("0")}))
    names = (field["name"] for field in model["flds"])
    filled = {name for name, text in zip(names, fields, strict=True) if not _EMPTY_FIELD.fullmatch(text)}
    return tuple(place for place, template in enumerate(model["tmpls"]) if is_filled(parse(template["qfmt"]), filled))


def json_for_html(data: object) -> str:
    """JSON that may stand in a `<script>` element, whatever texts it holds."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _is_there(edition: Edition, kind: str) -> bool:
    return edition.note_types[kind].id in edition.models


def _fits(note: PublishedNote, models: Mapping[str, Mapping[str, Any]]) -> bool:
    return note.kind in models and len(note.field_values) == len(models[note.kind]["flds"])


def _type(record: PublishedType, model: Mapping[str, Any], stylesheets: Sequence[str]) -> dict[str, Any]:
    values = [field.value for field in record.fields]
    return {
        "kind": record.kind,
        "name": model["name"],
        "cloze": model["type"] == _CLOZE,
        "stylesheet": stylesheets.index(model["css"]),
        "fields": [field["name"] for field in model["flds"]],
        "templates": [[template["name"], template["qfmt"], template["afmt"]] for template in model["tmpls"]],
        "listed": [model["sortf"], *(values.index(one) for one in ("target.term", "target.title") if one in values)],
        "article": values.index("article") if "article" in values else -1,
        "searched": [place for place, value in enumerate(values) if value not in _UNSEARCHED],
    }


def _withheld(fact: WithheldFact) -> list[str]:
    return [fact.article, fact.kind, fact.native, fact.target, fact.reason]


def _repeated(notes: Iterable[PublishedNote]) -> list[str]:
    """The texts that more than one field holds, the most frequent first, so that they get the shortest numbers."""
    counts: Counter[str] = Counter()
    for note in notes:
        counts.update(note.field_values)
        counts[note.tags] += 1
    return [text for text, count in counts.most_common() if count > 1]
