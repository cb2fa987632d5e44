"""Note types as a package holds them: Anki's own records, checked before anybody relies on their shape."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from flashgen.anki.template import MOST_CLOZE_CARDS, TemplateError, parse
from flashgen.record import Record

_CLOZE = 1
"""The `type` of a cloze note type."""


class PublishedTemplate(Record):
    """A card type of a published note type."""

    name: str
    front: str
    back: str


class PublishedModel(Record):
    """A note type as a package holds it."""

    name: str
    css: str
    is_cloze: bool
    fields: tuple[str, ...]
    """Their names, in order."""
    sort_field: int
    """The position of the field that Anki's browser shows."""
    templates: tuple[PublishedTemplate, ...]
    modified: int
    """Whole seconds."""
    raw: Mapping[str, Any]
    """Anki's own record of it."""

    @property
    def most_cards(self) -> int:
        """How many cards one of its notes can have at most."""
        return MOST_CLOZE_CARDS if self.is_cloze else len(self.templates)


class _Shape(BaseModel):
    """What is asked of one of Anki's records; it has other keys, too."""

    model_config = ConfigDict(strict=True, defer_build=True)


class _FieldShape(_Shape):
    name: str


class _TemplateShape(_Shape):
    name: str
    qfmt: str
    afmt: str


class _ModelShape(_Shape):
    name: str
    css: str
    type: Annotated[int, Field(ge=0, le=1)]
    sortf: Annotated[int, Field(ge=0)]
    mod: int
    flds: Annotated[list[_FieldShape], Field(min_length=1, max_length=1000)]
    tmpls: Annotated[list[_TemplateShape], Field(min_length=1, max_length=1000)]


_MODELS = TypeAdapter(dict[str, _ModelShape], config=ConfigDict(defer_build=True))


def parse_models(text: str) -> dict[int, PublishedModel]:
    """Note types by id. Raises ValueError for what Anki would not have written."""
    data = json.loads(text)
    try:
        shapes = _MODELS.validate_python(data)
    except ValidationError as invalid:
        mistake = invalid.errors()[0]
        place = ".".join(map(str, mistake["loc"][1:]))
        raise ValueError(f"a note type is not as Anki writes it: {place}: {mistake['msg']}") from None
    return {int(key): _published(shape, data[key]) for key, shape in shapes.items()}


def _published(shape: _ModelShape, raw: Mapping[str, Any]) -> PublishedModel:
    if shape.sortf >= len(shape.flds):
        raise ValueError("a note type sorts by a field that it has not")
    for text in (text for template in shape.tmpls for text in (template.qfmt, template.afmt)):
        try:
            parse(text)
        except TemplateError as fault:
            raise ValueError(f"a template cannot be read: {fault}") from None
    return PublishedModel(
        shape.name, shape.css, shape.type == _CLOZE, tuple(one.name for one in shape.flds), shape.sortf,
        tuple(PublishedTemplate(one.name, one.qfmt, one.afmt) for one in shape.tmpls), shape.mod, raw,
    )  # fmt: skip
