"""Two versions of an article, paired in order, and what the quality gate says of them."""

from __future__ import annotations

from flashgen.kinds import KINDS
from flashgen.quality.inspection import inspect
from flashgen.quality.settings import Gate
from flashgen.records.pairs import Bead
from tests.support.samples import version


def inspected(native: str, target: str, languages: str = "en it", gate: Gate | None = None) -> tuple[Bead, ...]:
    """The beads of two documents with equally many facts of each kind."""
    tags = languages.split()
    ours, theirs = version(native, tags[0]), version(target, tags[1])
    beads = [
        Bead(kind, one, other)
        for kind in KINDS
        for one, other in zip(ours.facts.get(kind, ()), theirs.facts.get(kind, ()), strict=True)
    ]
    return inspect(beads, ours, theirs, gate or Gate())


def rules(native: str, target: str, languages: str = "en it", gate: Gate | None = None) -> list[str]:
    """The names of the rules that found something, in document order."""
    beads = inspected(native, target, languages, gate)
    return [suspicion.rule for bead in beads for suspicion in bead.suspicions]


def closing(*items: str, title: str = "Title") -> str:
    """A document whose only facts are the items of its closing list."""
    return f"# {title}\n\n## Body\n\nText, as it were:\n\n## Closing\n\n" + "".join(f"- {item}\n\n" for item in items)


def callout(text: str, title: str = "Title") -> str:
    """A document whose only fact is a callout."""
    return f"# {title}\n\n## Body\n\nText.\n\n> {text}\n"


def question(answer: str) -> str:
    """A document with two questions, the first answered by this text."""
    return f"# Title\n\n## Questions\n\n### What is it?\n\n{answer}\n\n### Why is that?\n\nSo it is.\n"
