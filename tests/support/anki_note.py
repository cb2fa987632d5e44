"""Notes of invented note types in a collection of Anki itself: what it makes of templates and fields."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import anki.lang
from anki.collection import Collection


@contextmanager
def empty_collection() -> Iterator[Collection]:
    """A new collection in a folder of its own, closed and removed at the end."""
    anki.lang.set_lang("en")
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            yield collection
        finally:
            collection.close()


def add_note(
    collection: Collection, fields: Mapping[str, str], templates: Sequence[tuple[str, str]], *, is_cloze: bool = False,
    tags: Sequence[str] = (), deck: str = "Default",
) -> Any:  # fmt: skip
    """A note of a new note type with these fields (HTML by name) and these templates (front and back of each)."""
    models = collection.models
    model = models.new(f"type {len(models.all())}")
    model["type"], model["css"] = int(is_cloze), ""
    for field in fields:
        models.add_field(model, models.new_field(field))
    for number, (front, back) in enumerate(templates, 1):
        template = models.new_template("Ask" if number == 1 else f"Ask {number}")
        template["qfmt"], template["afmt"] = front, back
        models.add_template(model, template)
    note = collection.new_note(models.get(models.add_dict(model).id))
    note.fields, note.tags = list(fields.values()), list(tags)
    collection.add_note(note, collection.decks.id(deck))
    return note
