"""Anki's own records of note types, as a package holds them: checked before anybody relies on their shape."""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from flashgen.anki.template import TemplateError, parse

CLOZE = 1
"""The `type` of a cloze note type."""
_MOST_CARDS = 500
"""Anki gives all cloze numbers from here on the same card."""


class _Part(BaseModel):
    """Other keys are Anki's, and stay as they are."""

    model_config = ConfigDict(extra="allow", strict=True, defer_build=True)


class _ModelField(_Part):
    name: str


class _Template(_Part):
    name: str
    qfmt: str
    afmt: str


class _Model(_Part):
    name: str
    css: str
    type: Annotated[int, Field(ge=0, le=1)]
    sortf: Annotated[int, Field(ge=0)]
    mod: int
    flds: Annotated[list[_ModelField], Field(min_length=1, max_length=1000)]
    tmpls: Annotated[list[_Template], Field(min_length=1, max_length=1000)]


_MODELS = TypeAdapter(dict[str, _Model], config=ConfigDict(defer_build=True))


def parse_models(text: str) -> dict[int, dict[str, Any]]:
    """Note types by id. Raises ValueError for what Anki would not have written."""
    data = json.loads(text)
    try:
        _MODELS.validate_python(data)
    except ValidationError as invalid:
        mistake = invalid.errors()[0]
        place = ".".join(map(str, mistake["loc"][1:]))
        raise ValueError(f"a note type is not as Anki writes it: {place}: {mistake['msg']}") from None
    for model in data.values():
        if model["sortf"] >= len(model["flds"]):
            raise ValueError("a note type sorts by a field that it has not")
        for template in model["tmpls"]:
            _check_template(template)
    return {int(key): model for key, model in data.items()}


def _check_template(template: dict[str, Any]) -> None:
    try:
        parse(template["qfmt"])
        parse(template["afmt"])
    except TemplateError as fault:
        raise ValueError(f"a template cannot be read: {fault}") from None


def card_count(model: dict[str, Any]) -> int:
    """How many cards a note of this note type can have at most."""
    return _MOST_CARDS if model["type"] == CLOZE else len(model["tmpls"])
