"""Addresses on cards: where the article can be read, where its file can be edited, where a card can be reported.

A pattern (`https://example.org/{language}/{article}/`) is filled with percent-encoded values, so that no text can end
the address or change the host; which patterns are allowed is checked where the configuration is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from flashgen.anki.field_text import link_html
from flashgen.language.patterns import FRONT, PLACEHOLDER, known_by, names_in
from flashgen.record import Record
from flashgen.records.facts import Fact
from flashgen.records.pairs import Bitext, Side, SideName

_PATHS = ("path", "article")
"""Values whose slashes part the address, too, as those of front matter do, which holds addresses within a site."""
_HALVES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Halves of characters, which no address can hold; those between stand for bytes of a file name that is not UTF-8."""
_QUOTED = 160
"""How many characters of a text a report quotes: enough to find it, few enough for an address."""


class LinkPatterns(Record):
    """What the configuration says; an empty pattern makes no link."""

    source: str = ""
    """Where a version can be read."""
    edit: str = ""
    """Where its file can be edited; after a `#` it may name the line."""
    report: str = ""
    """Where a learner tells of a mistake."""


def link_values(patterns: LinkPatterns, bitext: Bitext, kind: str, facts: Mapping[SideName, Fact]) -> dict[str, str]:
    """The values of a note that are addresses, as field HTML; one whose front matter lacks a key is empty.

    `facts`: those of the note by side, none where it is about the article as a whole.
    """
    if patterns == LinkPatterns():
        return {}
    found = {}
    for name, side in bitext.sides:
        fact = facts.get(name)
        known = _values(bitext, side, kind) | {"line": str(fact.location.line if fact else 1)}
        found[f"{name}.source_url"] = _link(patterns.source, known)
        found[f"{name}.edit_url"] = _link(patterns.edit, known)
    target = facts.get("target")
    said = target.answer if target else bitext.target.title
    quoted = said if len(said) <= _QUOTED else f"{said[:_QUOTED]}…"
    reported = _values(bitext, bitext.target, kind) | {"text": quoted}
    found["report_url"] = _link(patterns.report, reported, f"{bitext.slug} {reported['native']} → {reported['target']}")
    return found


def _values(bitext: Bitext, side: Side, kind: str) -> dict[str, str]:
    """What placeholders stand for in an address of a version."""
    front = {f"{FRONT}{name.casefold()}": value for name, value in side.front.items()}
    return front | {
        "native": bitext.native.document.language,
        "target": bitext.target.document.language,
        "language": side.document.language,
        "article": bitext.slug,
        "path": side.document.name,
        "title": side.title,
        "kind": kind,
    }


def _link(pattern: str, values: Mapping[str, str], text: str = "") -> str:
    """The pattern as a link, which shows its address or a text."""
    if not pattern or not all(map(values.get, names_in(pattern))):
        return ""

    def filled(match: re.Match[str]) -> str:
        name = known_by(match[1])
        value, is_front = values[name], name.startswith(FRONT)
        if is_front and pattern[match.start() - 1] == "/":
            value = value.lstrip("/")  # a permalink begins with the slash that the pattern has, too
        safe = "/" if is_front or name in _PATHS else ""
        return quote(_HALVES.sub("\ufffd", value), safe, errors="surrogateescape")

    return link_html(PLACEHOLDER.sub(filled, pattern), text)
