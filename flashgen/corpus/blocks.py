"""A document's body -> sections of blocks, each with its line in the file. mistune parses the blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from flashgen.corpus.block_texts import above_code, read_item, read_text
from flashgen.corpus.callout_labels import without_callout_labels
from flashgen.corpus.callouts import callouts_as_quotations
from flashgen.corpus.captions import join_captions
from flashgen.corpus.details import details_as_questions
from flashgen.corpus.elements import without_elements_indentation
from flashgen.corpus.faults import SHARED_TABLE, Fault, Unread
from flashgen.corpus.fences import code_lines
from flashgen.corpus.glossaries import is_glossary, may_be_word_list, word_columns, words_of_items
from flashgen.corpus.glossary_directives import glossaries_as_lists
from flashgen.corpus.images import Images
from flashgen.corpus.inline import parse_inline
from flashgen.corpus.labelled_paragraphs import paragraphs_as_lists
from flashgen.corpus.line_finder import LineFinder
from flashgen.corpus.list_tokens import (
    as_definitions,
    is_link_elsewhere,
    is_of_links_elsewhere,
    leads_away,
    without_check_box,
)
from flashgen.corpus.parsing import parse_tokens
from flashgen.corpus.passed_over import LONE_IMAGE, pass_over
from flashgen.corpus.pins import split_heading, split_pin
from flashgen.corpus.quotation_heads import heads_quotation
from flashgen.corpus.raw_html import unread_html, without_raw_html
from flashgen.corpus.references import with_addresses
from flashgen.corpus.repair import repair_lines
from flashgen.corpus.steps import Steps
from flashgen.record import Record, replace
from flashgen.records.documents import Block, Inline, Item, Link, Listing, Paragraph, Quotation, Section, TwoColumnTable

_NOTHING = Inline("")


class Body(Record):
    """What a document says below its front matter."""

    sections: tuple[Section, ...]
    """In document order."""
    unread: tuple[Unread, ...]
    """In document order."""
    faults: tuple[Fault, ...]
    tables: tuple[TwoColumnTable, ...] = ()
    """Those of two columns, also those of terms that stand among the blocks."""


def parse_body(body: str, first_line: int, images: Images | None = None) -> Body:
    """The sections of a body. `first_line` is the file's line on which it begins; `images` finds those in its texts."""
    lines = list(enumerate(re.sub("\r\n?", "\n", body).split("\n"), first_line))
    lines = glossaries_as_lists(without_elements_indentation(lines) if "</" in body or "/steps" in body else lines)
    code = code_lines(lines)
    lines, unclosed = callouts_as_quotations(with_addresses(lines, code), code)
    lines, unread, faults = pass_over(details_as_questions(lines, code), code_lines(lines))
    lines, raw = without_raw_html(lines)
    lines, repairs = repair_lines(lines)
    reading = _Reading(LineFinder(lines), images)
    tokens, too_deep = parse_tokens(lines)
    sections = tuple(without_callout_labels(_sections(paragraphs_as_lists(tokens), reading)))
    faults = (*unclosed, *faults, *repairs, *too_deep)
    unread = (*unread, *raw, *reading.unread)
    if images:
        unread = (*(one for one in unread if one.sort != LONE_IMAGE or one.line not in images.shown), *images.unread)
        faults = (*faults, *images.faults)
    return Body(sections, tuple(sorted(unread, key=lambda one: one.line)), faults, tuple(reading.tables))


@dataclass(slots=True)
class _Reading:
    """What reads a body, and what it meets on the way that stands in no block."""

    lines: LineFinder
    images: Images | None
    unread: list[Unread] = field(default_factory=list)
    """No fact can come from these."""
    tables: list[TwoColumnTable] = field(default_factory=list)
    steps: Steps = field(default_factory=Steps)


def _sections(tokens: list[dict[str, Any]], reading: _Reading) -> Iterator[Section]:
    heading, level, line, pin = _NOTHING, 0, reading.lines.first, ""
    blocks: list[Block] = []
    end = 0
    for token in tokens:
        if token["type"] == "thematic_break":
            end = len(blocks)
        elif token["type"] == "heading":
            if level or blocks:
                yield Section(heading, level, line, tuple(join_captions(blocks)), pin)
            end = 0
            line = reading.lines.line_of(token["text"])
            text, pin = split_heading(token["text"])
            heading, level, blocks = parse_inline(text), token["attrs"]["level"], []
            reading.steps = Steps()
        elif token["type"] == "paragraph" and is_of_links_elsewhere(token["text"]):
            reading.unread.append(Unread("links", reading.lines.line_of(token["text"])))
        else:
            reading.steps.add(token, blocks, tuple(_blocks(token, reading)))
    # a rule across the page parts the last section from a source, a licence, a signature
    closing = blocks[end:] if end and all(isinstance(block, Paragraph) for block in blocks[end:]) else []
    blocks = blocks[:end] if closing else blocks
    if level or blocks:
        yield Section(heading, level, line, tuple(join_captions(blocks)), pin)
    if closing:
        yield Section(_NOTHING, level, closing[0].line, tuple(join_captions(closing)))


def _blocks(token: dict[str, Any], reading: _Reading) -> Iterator[Block]:
    kind = token["type"]
    if kind in ("paragraph", "block_text"):
        yield from _paragraph(token["text"], reading)
    elif kind == "list":
        yield from _listing(token, reading)
    elif kind == "block_quote":
        yield from _quotations(token["children"], reading)
    elif kind == "def_list":
        yield from _definitions(token, reading)
    elif kind == "table":
        yield from _table(token, reading)
    elif kind == "block_html" and (unread := unread_html(token["raw"])):
        reading.unread.append(replace(unread, line=reading.lines.line_of(token["raw"])))


def _paragraph(source: str, reading: _Reading) -> Iterator[Paragraph]:
    line = reading.lines.line_of(source)
    unpinned, pin = split_pin(source)
    text = read_text(unpinned, line, reading.images)
    if text:
        yield Paragraph(text, line, pin)


def _listing(token: dict[str, Any], reading: _Reading) -> Iterator[Block]:
    elsewhere = [child for child in token["children"] if is_link_elsewhere(child)]
    if len(elsewhere) == len(token["children"]):
        reading.unread.append(Unread("links", reading.lines.line_of(elsewhere[0]["children"][0]["text"])))
        return
    ordered, start = token["attrs"]["ordered"], token["attrs"].get("start", 1)
    goes_on = ordered and start == reading.steps.following
    is_numbered = ordered and (goes_on or len(token["children"]) > 1)
    items = tuple(
        item
        for position, child in enumerate(token["children"])
        # by position: Markdown numbers every item 1 as often as not
        for item in _item(child, reading, start + position if is_numbered else 0)
    )
    if elsewhere and sum(item.inline.is_of_links for item in items) == len(items) - len(elsewhere):
        items = tuple(item for item in items if item.inline.is_of_links)  # links, some of which lead to other sites
    if ordered and start != 1 and len(items) == 1 and not (goes_on or items[0].children):
        # "1986. was ..." or "3. Oktober" at the start of a paragraph is no list
        number, text = f"{start}. ", items[0].inline
        links = tuple(Link(link.target, link.start + len(number), link.end + len(number)) for link in text.links)
        yield Paragraph(Inline(number + text.text, links), items[0].line, items[0].pin)
    elif items:
        _keep_words(items, reading)
        yield Listing(items, items[0].line)


def _definitions(token: dict[str, Any], reading: _Reading) -> Iterator[Block]:
    """A list of terms, each item labelled with its term; a term defined twice has one item for each definition."""
    items: list[Item] = []
    terms: list[str] = []
    is_term = False
    for child in token["children"]:
        if child["type"] == "def_list_head":
            terms = [*(terms if is_term else []), child["text"]]
        else:
            line = reading.lines.line_of(terms[-1]) if is_term else 0
            label = ", ".join(parse_inline(split_pin(term)[0]).text for term in terms)
            items.extend(replace(item, label=label, line=line or item.line) for item in _item(child, reading, 0))
        is_term = child["type"] == "def_list_head"
    if items:
        _keep_words(items, reading)
        yield Listing(tuple(items), items[0].line)


def _keep_words(items: Sequence[Item], reading: _Reading) -> None:
    """Keep a list apart that may be one of words in two languages, beside what else it may be."""
    rows = words_of_items([(item.label, "" if item.children else item.inline.text) for item in items])
    if rows:
        lines = tuple(item.line for item in items)
        reading.tables.append(TwoColumnTable(("", ""), rows, lines[0], lines, is_list=True))


def _table(token: dict[str, Any], reading: _Reading) -> Iterator[Block]:
    """A table of two columns whose first one names things is a list of terms; any other is passed over.

    One that may be a list of words in two languages is kept apart, since only both versions together can tell; it may
    have more columns, if two are named for languages.
    """
    rows = [
        [cell["text"].strip() for cell in row["children"]]
        for part in token["children"]
        if part["type"] == "table_body"
        for row in part["children"]
    ]
    heads = [cell["text"] for part in token["children"] if part["type"] == "table_head" for cell in part["children"]]
    line = reading.lines.row_of(heads[0])
    columns = word_columns(heads)
    if columns is None:
        reading.unread.append(Unread("table", line))
        return
    first, second = columns
    entries = [(parse_inline(row[first]), parse_inline(row[second])) for row in rows if len(row) == len(heads)]
    cells = tuple((term.text, text.text) for term, text in entries) if len(entries) == len(rows) else ()
    is_list_of_terms, is_word_list = len(heads) == 2 and is_glossary(cells), may_be_word_list(cells)
    if not is_list_of_terms:
        reading.unread.append(Unread(SHARED_TABLE if is_word_list else "table", line))
        if not is_word_list:
            return
    lines = tuple(reading.lines.row_of(row[0]) for row in rows)
    if is_word_list:
        named = parse_inline(heads[first]).text, parse_inline(heads[second]).text
        reading.tables.append(TwoColumnTable(named, cells, line, lines))
    if not is_list_of_terms:
        return
    items = (
        Item(replace(text, links=(*(Link(link.target, 0, 0) for link in term.links), *text.links)), at, label=term.text)
        for (term, text), at in zip(entries, lines, strict=True)
    )
    yield Listing(tuple(items), lines[0])


def _item(token: dict[str, Any], reading: _Reading, number: int) -> Iterator[Item]:
    paragraphs: list[Paragraph] = []
    children: list[Item] = []
    definitions: list[Item] = []
    source = ""
    for child in map(without_check_box, token["children"]):
        if defining := as_definitions(child):
            definitions += (item for one in defining for item in _item(one, reading, 0))
            continue
        # an item that begins with a tag is text all the same, unlike a block of HTML between paragraphs
        inside = _paragraph(child["raw"], reading) if child["type"] == "block_html" else _blocks(child, reading)
        for block in inside:
            if isinstance(block, Paragraph):
                source = source or child.get("text") or child["raw"]
                paragraphs.append(block)
            elif isinstance(block, Listing):
                children.extend(block.items)
    if definitions and paragraphs:
        term, line = paragraphs[0].inline.text.rstrip(".:"), paragraphs[0].line
        yield from (replace(one, label=term, line=line if one is definitions[0] else one.line) for one in definitions)
    elif paragraphs:
        label, text = read_item(split_pin(source)[0], paragraphs, reading.images, leads_in=bool(children))
        if len(paragraphs) == 1 and not children and any(one["type"] == "block_code" for one in token["children"]):
            text = above_code(text)
        yield Item(
            text, paragraphs[0].line, tuple(children), paragraphs[-1].pin, label, number,
            leads_away=len(paragraphs) == 1 and leads_away(source),
        )  # fmt: skip
    else:
        yield from children


def _quotations(tokens: list[dict[str, Any]], reading: _Reading) -> Iterator[Quotation]:
    """Each heading in a quotation takes the paragraphs beneath it; without one, each paragraph stands alone."""
    heading, line, pin, is_headed = _NOTHING, 0, "", False  # by a heading, which the mark of a callout leaves empty
    paragraphs: list[Paragraph] = []
    for token in tokens:
        if heads_quotation(token):
            if heading or paragraphs:
                yield _headed(heading, paragraphs, line, pin)
            line = reading.lines.line_of(token["text"]) if token["text"].strip() else 0
            text, pin = split_pin(token["text"])
            heading, paragraphs, is_headed = parse_inline(text), [], True
            continue
        for block in _blocks(token, reading):
            if isinstance(block, Paragraph) and is_headed:
                paragraphs.append(block)
            elif isinstance(block, Paragraph):
                yield Quotation(_NOTHING, (block,), block.line, block.pin)
            elif isinstance(block, Quotation):
                yield block
    if heading or paragraphs:
        yield _headed(heading, paragraphs, line, pin)


def _headed(heading: Inline, paragraphs: list[Paragraph], line: int, pin: str) -> Quotation:
    """A quotation beneath its heading; its pin stands behind the heading or behind its last sentence."""
    pin = pin or (paragraphs[-1].pin if paragraphs else "")
    return Quotation(heading, tuple(paragraphs), line or paragraphs[0].line, pin)
