"""A build's summary: what a person reads in five seconds."""

from __future__ import annotations

from flashgen.build import Report
from flashgen.records import KINDS


def summary(report: Report, *, wrote: bool) -> str:
    """Articles, notes by kind, changes, what was withheld and why, where the package is, what to do next."""
    pairing, changes = report.pairing, report.changes
    notes, cards = sum(report.notes.values()), sum(report.cards.values())
    kinds = ", ".join(f"{report.notes[kind]} {kind}" for kind in KINDS if report.notes[kind])
    lines = [
        f"{pairing.native} → {pairing.target}: {_counted(report.paired, 'article')} paired"
        + (f", {pairing.one_sided} in one language only" if pairing.one_sided else ""),
        f"{_counted(notes, 'note')}, {_counted(cards, 'card')}: {kinds}",
        f"{changes.new} new, {changes.changed} changed, {changes.unchanged} unchanged, {changes.gone} gone",
    ]
    if report.withheld:
        reasons = "; ".join(f"{count} × {reason}" for reason, count in report.withheld.most_common())
        lines.append(f"{_counted(sum(report.withheld.values()), 'fact')} withheld: {reasons}")
    repairs = sum(problem.severity == "repair" for problem in report.problems)
    if repairs:
        lines.append(f"{_counted(repairs, 'document')} repaired (-v lists them)")
    if wrote:
        lines.append(f"Next: in Anki, File > Import {report.output} (the default options are right)")
    else:
        lines.append(f"Nothing was written ({report.output} would be)")
    return "\n".join(lines)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
