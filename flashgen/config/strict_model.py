"""What all shapes of configuration files have in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict


class StrictModel(BaseModel):
    """Unknown keys are refused, and nothing is converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


Several = Annotated[
    list[str],
    BeforeValidator(lambda value: [value] if isinstance(value, str) and value else value, str | list[str]),
]
"""Texts, of which one may stand alone: `corpus: articles` is `corpus: [articles]`."""
