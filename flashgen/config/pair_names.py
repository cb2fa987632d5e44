"""`pairs:` in `flashgen.yaml`: which decks are built where the command line names no languages."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from flashgen.language.pairs import ALL, read_pair


def _require_pair(text: str) -> str:
    if text != ALL:
        read_pair(text)
    return text


def _listed(pairs: object) -> object:
    """`all` by itself is a list of one, so that a mistake in a list is shown where it stands."""
    return [pairs] if isinstance(pairs, str) else pairs


Pairs = Annotated[
    list[Annotated[str, AfterValidator(_require_pair)]],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [{"const": ALL}, {"type": "array", "items": {"type": "string"}}]}),
    Field(
        description="The pairs that `flashgen build` builds without --from and --to, native language first (a tag with "
        "a hyphen needs a slash: pt-BR/it); all: every pair of the corpus's languages.",
        examples=[["ru-it", "it-ru"]],
    ),
]
"""Language pairs, each in one word, or `all`."""
