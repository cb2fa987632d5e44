"""Lists of words in two languages: a table or list that both versions of an article hold.

A teacher writes one list, a word and its translation in each row, and puts it into both versions. The author has paired
the words then; what is left to tell is which column is in which language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from flashgen.language import scripts
from flashgen.language.identification import identify
from flashgen.language.tags import base_language, script_of, tag_in_path
from flashgen.language.text_types import normalised
from flashgen.pairing.reasons import COLUMN_IN_DOUBT
from flashgen.record import Record, replace
from flashgen.records.documents import TwoColumnTable
from flashgen.records.facts import Fact, Version
from flashgen.records.pairs import Bead, Reason

WORD = "vocabulary"
"""The kind that words of lists are."""
_IN_DOUBT = Reason(COLUMN_IN_DOUBT, "name the languages in the head of the table")
_LEAST = 2
"""Rows that two tables must share to be one list."""
_TELLING = 2
"""How many cells more must be in their column's language than in the other's."""
_WORD = re.compile(r"[^\W\d_]{3,}")
Row = tuple[str, str]
_Order = Literal["straight", "turned", ""]


class _SharedTable(Record):
    """A table in two versions, its rows in the order of the native one."""

    native: TwoColumnTable
    target: TwoColumnTable
    rows: tuple[tuple[int, int], ...]
    """Of each row that both have, its places in the two."""

    @property
    def cells(self) -> tuple[Row, ...]:
        """The rows as the native version has them."""
        return tuple(self.native.rows[ours] for ours, _ in self.rows)

    @property
    def is_turned(self) -> bool:
        """Whether the target version has the columns the other way round."""
        turned = sum(_key(self.native.rows[ours][0]) == _key(self.target.rows[theirs][1]) for ours, theirs in self.rows)
        return 2 * turned > len(self.rows)


def pair_word_lists(native: Version, target: Version) -> tuple[Version, Version, list[Bead]]:
    """The beads of the words in tables that both versions hold; and the versions without the facts of these tables."""
    found = _shared_tables(native, target) if native.tables and target.tables else ()
    orders = {table: _order(table, native, target) for table in found}
    # a list that nothing tells to be one of words may be anything that was not translated
    shared = {table: order for table, order in orders.items() if order or not table.native.is_list}
    if not shared:
        return native, target, []
    beads = [bead for table, order in shared.items() for bead in _beads(table, order, native, target)]
    ours = {table.native.lines[place] for table in shared for place, _ in table.rows}
    theirs = {table.target.lines[place] for table in shared for _, place in table.rows}
    return _without_lines(native, ours), _without_lines(target, theirs), beads


def _shared_tables(native: Version, target: Version) -> Iterator[_SharedTable]:
    """Each table of the native version with the first of the target version that has half of its rows, or more."""
    left = list(target.tables)
    for table in native.tables:
        for other in left:
            rows = _shared_rows(table, other)
            if len(rows) >= _LEAST and 2 * len(rows) >= max(len(table.rows), len(other.rows)):
                yield _SharedTable(table, other, rows)
                left.remove(other)
                break


def _shared_rows(native: TwoColumnTable, target: TwoColumnTable) -> tuple[tuple[int, int], ...]:
    """The rows of both that hold the same words; of rows that hold them again, each goes with one."""
    places: defaultdict[frozenset[str], list[int]] = defaultdict(list)
    for place, row in reversed(list(enumerate(target.rows))):
        places[frozenset(map(_key, row))].append(place)
    found = ((ours, places.get(frozenset(map(_key, row)))) for ours, row in enumerate(native.rows))
    return tuple((ours, same.pop()) for ours, same in found if same)


def _key(cell: str) -> str:
    return normalised(cell) or cell


def _beads(table: _SharedTable, order: _Order, native: Version, target: Version) -> Iterator[Bead]:
    """One bead for each row, with a reason where nothing tells which of its cells is in which language."""
    for (ours, theirs), cells in zip(table.rows, table.cells, strict=True):
        one, other = cells if order != "turned" else cells[::-1]
        yield Bead(
            WORD,
            _word(one, native, table.native.lines[ours], table.native.lines[0]),
            _word(other, target, table.target.lines[theirs], table.target.lines[0]),
            None if order else _IN_DOUBT,
        )


def _word(cell: str, version: Version, line: int, first_line: int) -> Fact:
    headings = [section.lines[0] for section in version.sections]
    number = max((number for number, heading in enumerate(headings) if heading <= line), default=0)
    return Fact(WORD, "", cell, version.document.location(line), (number, first_line))


def _order(table: _SharedTable, native: Version, target: Version) -> _Order:
    """`straight` where the first column is in the native language, `turned` where the second is; empty in doubt."""
    languages = native.language, target.language
    columns = tuple(zip(*table.cells, strict=True))
    turned_heads = table.target.heads[::-1] if table.is_turned else table.target.heads
    found = (
        _by_names(table.native.heads, languages)
        or _by_names(turned_heads, languages)
        or _by_scripts(columns, languages)
        or _by_names(tuple(identify("\n".join(column)) or "" for column in columns), languages)
        or _by_texts(table, native, target)
    )
    return found or ("straight" if table.is_turned else "")


def _by_names(names: Sequence[str], languages: tuple[str, str]) -> _Order:
    """By what the columns are called, or found to be written in."""
    bases = [base_language(tag) if (tag := tag_in_path(name)) else "" for name in names]
    native, target = map(base_language, languages)
    straight, turned = (bases[0] == native) + (bases[1] == target), (bases[1] == native) + (bases[0] == target)
    return "" if straight == turned else "straight" if straight > turned else "turned"


def _by_scripts(columns: Sequence[Sequence[str]], languages: tuple[str, str]) -> _Order:
    """By letters, where the two languages have scripts that share none."""
    ours, theirs = map(script_of, languages)
    if not {ours, theirs} <= scripts.LETTERS.keys() or scripts.LETTERS[ours] == scripts.LETTERS[theirs]:
        return ""
    texts = ["".join(column) for column in columns]
    native, target = ([scripts.count_letters(text, script) for text in texts] for script in (ours, theirs))
    straight, turned = native[0] + target[1], native[1] + target[0]
    return "straight" if straight > 2 * turned else "turned" if turned > 2 * straight else ""


def _by_texts(table: _SharedTable, native: Version, target: Version) -> _Order:
    """By the words that the two versions use elsewhere."""
    ours = _words_outside(native, table.native)
    theirs = _words_outside(target, table.target)
    scores = [0, 0]
    for cells in table.cells:
        for column, cell in enumerate(cells):
            words = set(_WORD.findall(cell.casefold()))
            scores[column] += bool(words & ours) - bool(words & theirs)
    low, high = sorted(scores)
    # what was not translated is in one language, whichever column
    if not low < 0 < high or high - low < _TELLING:
        return ""
    return "straight" if scores[0] > 0 else "turned"


def _words_outside(version: Version, table: TwoColumnTable) -> set[str]:
    said = (
        inline.text.casefold()
        for section in version.sections
        for inline, line in zip(section.texts, section.lines, strict=True)
        if line not in table.lines
    )
    return {word for text in (*said, version.description.casefold()) for word in _WORD.findall(text)}


def _without_lines(version: Version, lines: set[int]) -> Version:
    """A version without the facts that were read from these lines."""
    facts = {}
    tokens = {}
    for reading, found in version.facts.items():
        kept = [place for place, fact in enumerate(found) if fact.location.line not in lines]
        facts[reading] = tuple(found[place] for place in kept)
        tokens[reading] = tuple(version.tokens[reading][place] for place in kept)
    return replace(version, facts=facts, tokens=tokens)
