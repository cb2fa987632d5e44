"""How long the texts of a card may be."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from flashgen.config.strict_model import StrictModel

MANY = 10**9
"""More than anything that is counted: numbers beyond those of 64 bits cannot be kept in the cache."""


class Limits(StrictModel):
    """How long a text may be, in characters; one of Chinese, Japanese or Korean counts for two and a half."""

    model_config = ConfigDict(json_schema_extra={"required": []})

    answer: Annotated[
        int,
        Field(
            ge=1, le=MANY, examples=[240],
            description="A longer answer of several sentences is cut at a sentence end; the rest stands behind it.",
        ),
    ]  # fmt: skip
    statement: Annotated[
        int,
        Field(
            ge=1, le=MANY, description="The same for what is translated as a whole: an item, a highlight, a callout.",
            examples=[120],
        ),
    ]  # fmt: skip
    longest: Annotated[int, Field(ge=1, le=MANY, description="What is still longer is withheld.", examples=[260])]
