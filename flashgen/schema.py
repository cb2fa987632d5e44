"""What the configuration files may hold: their shapes, as pydantic checks them."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

Kind = Literal["definition", "term", "purpose", "statistic", "callout", "highlight", "faq"]
VALUES = tuple(
    f"{side}.{name}"
    for side in ("target", "native")
    for name in (
        "title", "question", "answer", "context", "figure", "term", "label", "language", "direction",
    )
) + ("guid", "topic", "article", "source")  # fmt: skip
"""What a field of a note can be filled with."""
RECOGNISED_BY = ("article", "target.answer", "native.answer")
"""Values that every note type keeps in a field, so that the next build knows its notes again."""
ALWAYS_FILLED_VALUES = frozenset(
    ("guid", "article", "source", "native.language", "native.direction", "target.language", "target.direction")
)
"""Those that no note leaves empty."""


def _composed(name: str) -> str:
    if unicodedata.normalize("NFC", name) != name:
        raise ValueError("Anki would compose its characters; write it in Unicode NFC")
    return name


Name = Annotated[
    str, AfterValidator(_composed), Field(min_length=1, max_length=100, pattern=r'^[^:{}"#/^\s](?:[^:{}"]*[^:{}"\s])?$')
]
"""A name that Anki stores as it is: others it changes, and every later import would then conflict."""
Identifier = Annotated[int, Field(gt=0, lt=2**63)]


class StrictModel(BaseModel):
    """Unknown keys are refused, and nothing is converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Limits(StrictModel):
    """How long a text may be, in characters."""

    answer: Annotated[int, Field(ge=1)]
    longest: Annotated[int, Field(ge=1)]


class Settings(StrictModel):
    """`flashgen.yaml`."""

    corpus: list[str]
    deck: str
    tags: list[str]
    kinds: dict[Kind, bool]
    confidence: Annotated[float, Field(ge=0.5, le=1.0)]
    suspects: Literal["withhold", "tag", "keep"]
    rules: dict[str, bool]
    limits: Limits


class FieldConfig(StrictModel):
    id: Identifier
    name: Name
    value: str | None = None


class CardConfig(StrictModel):
    id: Identifier
    name: Name
    front: str
    back: str


class NoteTypeConfig(StrictModel):
    id: Identifier
    name: Name
    kind: Kind
    cards: Annotated[list[CardConfig], Field(min_length=1)]


class CardTypes(StrictModel):
    """`card_types.yaml`."""

    style: str
    sort_field: str
    fields: Annotated[list[FieldConfig], Field(min_length=1)]
    note_types: list[NoteTypeConfig]


class Wording(StrictModel):
    """`languages/<tag>.yaml`: what flashgen itself says on a card. Prompts hold `{title}`."""

    prompts: dict[Literal["definition", "highlight", "callout", "purpose"], str]
    labels: dict[Kind, str]


NEUTRAL = Wording(
    prompts={"definition": "{title} = ?", "highlight": "{title}: …", "callout": "{title}: !", "purpose": "{title}: •"},
    labels={},
)
"""For a language without a file: signs that need no language."""
