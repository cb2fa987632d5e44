"""What a package tells of itself to the next build: a member of the zip that Anki passes over.

It holds what Anki's tables cannot: the language pair, which value fills which field, how note types were published,
pins, the notes of earlier editions that this one lacks, and the facts that made no note. Read strictly, since a wrong
guess would cost learners their histories.
"""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

MEMBER = "flashgen.json"
FORMAT = 1
MOST_WITHHELD = 5000
"""How many withheld facts are listed; the others are counted."""


class _Strict(BaseModel):
    """Unknown keys are refused, and nothing is converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class PublishedField(_Strict):
    id: int
    name: str
    value: str


class PublishedCard(_Strict):
    id: int
    name: str
    dropped: bool
    """Whether the configuration has it no more; it stays in the note type, without a front."""


class PublishedType(_Strict):
    """A note type as learners have it. `id` is Anki's; `configured` the one in the configuration."""

    kind: str
    id: int
    name: str
    configured: int
    revision: int
    """How often the schema had to change; each time the note type got another id."""
    former: list[int]
    """The ids that it had before, which never return."""
    sort_field: int
    fields: list[PublishedField]
    cards: list[PublishedCard]
    cloze: bool = False


class AbsentNote(_Strict):
    """A note that was published once and is not in the package."""

    guid: str
    kind: str
    note_type: int
    fields: list[str]
    """In the order of the note type of its kind."""
    tags: str
    deck: str
    modified: int
    position: int
    pin: str
    retired: bool
    """Whether it was published for a last time, marked as retired."""


class WithheldFact(_Strict):
    """A fact that the articles state and that made no note, in plain text; where a side has none, its text is ""."""

    article: str
    kind: str
    native: str
    target: str
    reason: str
    sort: str = ""
    """Of what sort the reason is, in one word, for pages in other languages than the reason's; empty where unknown."""


class Manifest(_Strict):
    format: Annotated[int, Field(ge=1)]
    native: str
    target: str
    deck: str
    """The pattern of deck names."""
    note_types: list[PublishedType]
    pins: dict[str, str]
    """The pins of pinned notes, by guid."""
    retired: list[str]
    """The guids of notes that are in the package for a last time."""
    absent: list[AbsentNote]
    about: dict[str, str] = {}
    """What the deck says of itself (`flashgen.anki.about`)."""
    withheld: list[WithheldFact] = []
    """The first `MOST_WITHHELD` of them, in the order of the build."""
    unlisted: int = 0
    """How many more were withheld."""


class ManifestError(ValueError):
    """A manifest that cannot be understood; the message says why."""


def parse_manifest(text: bytes) -> Manifest:
    """Raises ManifestError for a manifest that is damaged or of a later flashgen."""
    try:
        data = json.loads(text)
        version = data["format"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise ManifestError(f"its {MEMBER} is damaged") from None
    if isinstance(version, int) and version > FORMAT:
        raise ManifestError(f"it was made by a newer flashgen (format {version}, this one knows {FORMAT})")
    try:
        return Manifest.model_validate(data)
    except ValidationError:
        raise ManifestError(f"its {MEMBER} is damaged") from None


def manifest_bytes(manifest: Manifest) -> bytes:
    """The same bytes for equal manifests; what came later and is not used leaves them as they were."""
    return json.dumps(
        manifest.model_dump(exclude_defaults=True), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode("utf-8", "backslashreplace")
