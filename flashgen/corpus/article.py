"""One document -> an `Article`: bytes decoded, front matter read, body parsed. A bad document costs itself alone."""

from __future__ import annotations

import codecs
import os
import re
from pathlib import Path

from flashgen.corpus.blocks import parse_body
from flashgen.corpus.catalog_file import UnreadableCatalog
from flashgen.corpus.catalogs import translated_text
from flashgen.corpus.conflicts import without_conflicts
from flashgen.corpus.faults import Fault
from flashgen.corpus.file_titles import title_in_name
from flashgen.corpus.front_matter import Matter, split_matter
from flashgen.corpus.front_values import description_key, keywords, other_texts, text_value, title_value
from flashgen.corpus.images import Images
from flashgen.corpus.inline import parse_inline
from flashgen.corpus.link_targets import LinkTargets, Resolve, with_resolved_links
from flashgen.corpus.walking import LARGEST_DOCUMENT
from flashgen.errors import Problem, omission, repair, warning
from flashgen.records.documents import Article, Document

_WIDEST_GAP = 400
"""Spaces in a row at most. More say no more, and reading would take the square of their number."""
_HEADING = re.compile(r"^(#{1,6})[ \t]+(\S.*)$", re.MULTILINE)
_WIDE_GAP = re.compile(rf"[ \t\u00a0]{{{_WIDEST_GAP},}}")
_SAMPLED = 4
_IN_SAMPLE = re.compile(rf"[ \t\u00a0]{{{_SAMPLED}}}")
"""What a gap as wide as that leaves of itself if only every hundredth character is looked at."""

_STANDS_ALONE = LinkTargets().resolve


def parse_article(
    document: Document, data: bytes, resolve: Resolve = _STANDS_ALONE, images: Images | None = None
) -> tuple[Article | None, tuple[Problem, ...]]:
    """One version of an article from its bytes; None, with the reason among the problems, when nothing can be made.

    `resolve` tells where its links lead. `images` finds those that its texts show; without, none is read.
    """
    text, problems = decode(document, data)
    if text is None:
        return None, problems
    try:
        text = translated_text(text, document.catalog) if document.catalog else text
    except UnreadableCatalog as fault:
        message = f"its translations cannot be read any more ({fault}); left out"
        return None, (*problems, warning(message, document.location()))
    text, conflicts = without_conflicts(text)
    matter = split_matter(text)
    body = parse_body(matter.body, matter.body_line, images)
    problems += tuple(_problem(fault, document) for fault in (*conflicts, *matter.faults, *body.faults))
    problems += tuple(omission(f"{one.what}: not read", document.location(one.line), one.rule) for one in body.unread)
    sections = with_resolved_links(body.sections, lambda target: resolve(target, document))
    level, heading = next(((one.level, one.heading.text) for one in sections if one.level), (0, ""))
    written = title_value(matter.values, level, heading, lambda: title_in_name(document.name, matter.body))
    title = (written if written == heading else parse_inline(written).text) or heading
    if not title:
        message = "no title in the front matter and no heading: left out; give it a `title:` or a `# Heading`"
        return None, (*problems, warning(message, document.location()))
    described = description_key(matter.values)
    description = parse_inline(text_value(matter.values.get(described)))
    if not any(section.blocks for section in sections) and not description and not body.tables:
        return None, (*problems, warning("no text beneath the title: left out", document.location()))
    article = Article(
        document=document,
        title=title.removesuffix("."),
        description=description.text,
        description_line=matter.lines.get(described, 1),
        keywords=keywords(matter.values),
        sections=sections,
        description_styles=description.styles,
        front=other_texts(matter.values),
        images=images.files if images else {},
        tables=body.tables,
    )
    return article, problems


def read_keywords(document: Document) -> tuple[str, ...]:
    """What a document's front matter says it is about; nothing where it cannot be read."""
    text, _ = read_text(document)
    return keywords(split_matter(text).values) if text else ()


def read_title(document: Document) -> str:
    """What a document is called by front matter, first heading or file; empty where none does, or nothing is read."""
    text, _ = read_text(document)
    if not text:
        return ""
    return parse_inline(written_title(split_matter(text), document.name)).text


def written_title(matter: Matter, name: str = "") -> str:
    """What front matter or the first heading below it calls a document, as it is written, or else the name of its file;
    empty where none does."""
    heading = _HEADING.search(matter.body)
    level, words = (len(heading[1]), heading[2]) if heading else (0, "")
    return title_value(matter.values, level, words, lambda: title_in_name(name, matter.body))


def read_bytes(document: Document) -> tuple[bytes | None, tuple[Problem, ...]]:
    """A document's file; None, with the reason, where it cannot be read."""
    try:
        with Path(document.path).open("rb") as stream:
            # as much as there is, since room is made for all that is asked for
            size = min(os.fstat(stream.fileno()).st_size, LARGEST_DOCUMENT)
            data = stream.read(size + 1)
            if len(data) > size:
                data += stream.read(LARGEST_DOCUMENT - size)
    except OSError as fault:
        return None, (warning(f"cannot be read ({fault.strerror}); left out", document.location()),)
    if len(data) > LARGEST_DOCUMENT:  # it has grown since the folder was looked through
        message = f"larger than {LARGEST_DOCUMENT >> 20} MiB, the most that a document may have; left out"
        return None, (warning(message, document.location()),)
    return data, ()


def read_text(document: Document) -> tuple[str | None, tuple[Problem, ...]]:
    """A document's text; None, with the reason, where there is none."""
    data, problems = read_bytes(document)
    return (None, problems) if data is None else decode(document, data)


def decode(document: Document, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a document: UTF-8, with or without a mark; UTF-16 where a mark says so; nothing else is guessed."""
    if not data.strip():
        return None, (warning("the file is empty; left out", document.location()),)
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"not UTF-8 (byte 0x{data[fault.start]:02x}); left out: save the file as UTF-8"
        return None, (warning(message, document.location(line)),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _IN_SAMPLE.search(text[:: _WIDEST_GAP // _SAMPLED]):
        text = _WIDE_GAP.sub(" " * _WIDEST_GAP, text)
    return text, ()


def _problem(fault: Fault, document: Document) -> Problem:
    return (repair if fault.is_repaired else warning)(fault.message, document.location(fault.line))
