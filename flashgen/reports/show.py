"""Bitexts as text for people and as JSON for programs."""

from __future__ import annotations

import math
from typing import Any

from flashgen.records.facts import Fact
from flashgen.records.pairs import Bead, Bitext, Reason
from flashgen.reports.json_text import json_text


def bitext_text(bitext: Bitext, native: str, target: str, no_term: Reason | None = None) -> str:
    """Each bead as a small block: kind, then both sides with their locations; withheld ones are marked.

    `no_term` tells why the article gives no term note, if it gives none.
    """
    paired = sum(bead.is_pair for bead in bitext.beads)
    omitted = sum(bead.is_choice for bead in bitext.beads)
    counts = f"{paired} paired, {len(bitext.beads) - paired - omitted} withheld"
    counts += f", {omitted} left out" if omitted else ""
    lines = [f"{bitext.slug}  {native} → {target}: {counts}"]
    lines += [f"term: none: {no_term}"] if no_term else []
    for number, bead in enumerate(bitext.beads, 1):
        lines.append(f"\n[{number}] {bead.kind}{_confidence_text(bead)}{_verdict_text(bead, native, target)}")
        facts = (*_fact_lines(native, bead.native), *_fact_lines(target, bead.target))
        lines.extend(f"  {line}" for line in facts)
    return "\n".join(lines)


def _confidence_text(bead: Bead) -> str:
    """How sure it is that both sides say the same; cut rather than rounded, since nothing is quite certain."""
    if bead.is_confirmed:
        return "  confirmed"
    return f"  {math.floor(bead.confidence * 1000) / 10:.1f}% sure" if bead.native and bead.target else ""


def _verdict_text(bead: Bead, native: str, target: str) -> str:
    """Why a bead makes no note, or a doubtful one; empty for one that is in order."""
    if not bead.is_pair:
        return f"  {'LEFT OUT' if bead.is_choice else 'WITHHELD'}: {_reason_text(bead, native, target)}"
    return f"  SUSPECT: {'; '.join(map(str, bead.suspicions))}" if bead.suspicions else ""


def _fact_lines(tag: str, fact: Fact | None) -> list[str]:
    if fact is None:
        return [f"{tag}  —"]
    asked = " | ".join(filter(None, (fact.figure, fact.question or fact.context)))
    rest = [f"    [...] {fact.rest}"] if fact.rest else []
    return [f"{tag}  {fact.location}", *([f"    {asked}"] if asked else []), f"    {fact.answer}", *rest]


def _reason_text(bead: Bead, native: str, target: str) -> str:
    if bead.reason:
        return str(bead.reason)
    return f"nothing in {target if bead.target is None else native} says the same"


def bitext_json(bitext: Bitext, native: str, target: str, no_term: Reason | None = None) -> str:
    """The same, for programs."""
    content = {
        "article": bitext.slug, "native": native, "target": target,
        "no_term": str(no_term or ""),
        "beads": [
            {"number": number, **_bead_data(bead, native, target)} for number, bead in enumerate(bitext.beads, 1)
        ],
    }  # fmt: skip
    return json_text(content)


def _bead_data(bead: Bead, native: str, target: str) -> dict[str, Any]:
    return {
        "kind": bead.kind, "paired": bead.is_pair,
        "confidence": round(bead.confidence, 4) if bead.native and bead.target else None,
        "reason": "" if bead.is_pair else _reason_text(bead, native, target),
        "suspicions": [{"rule": suspicion.rule, "why": suspicion.why} for suspicion in bead.suspicions],
        "native": _fact_data(bead.native), "target": _fact_data(bead.target),
    }  # fmt: skip


def _fact_data(fact: Fact | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    return {
        "file": fact.location.path, "line": fact.location.line, "question": fact.question,
        "answer": fact.answer, "context": fact.context, "figure": fact.figure, "rest": fact.rest,
    }  # fmt: skip
