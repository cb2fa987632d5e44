"""The names under which texts are learnt, so that none is a witness of itself."""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.kinds import KINDS
from flashgen.records.facts import Fact


def source_of(slug: str, section: int) -> str:
    """The name of a section's texts; -1 is the title, -2 the description."""
    return f"{slug}#{section}"


def learnt_from(slug: str, facts: Sequence[Fact]) -> frozenset[str]:
    """The sections that facts stand in, which must not speak for them; questions stand in sections of their own."""
    offsets = range(len(facts)) if KINDS[facts[0].kind].has_question else range(1)
    return frozenset(source_of(slug, fact.block_index[0] + offset) for fact in facts for offset in offsets)
