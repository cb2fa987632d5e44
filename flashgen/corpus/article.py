"""One document -> an `Article`: bytes decoded, front matter read, body parsed. A bad document costs itself alone."""

from __future__ import annotations

import codecs

from flashgen.corpus.blocks import parse_sections
from flashgen.corpus.front_matter import Matter, list_value, split_matter, text_value
from flashgen.corpus.inline import parse_inline
from flashgen.errors import Problem, repair, warning
from flashgen.records import Article, Document, Location

_KEYWORD_KEYS = ("keywords", "topics", "topic", "categories", "category", "tags")


def parse_article(document: Document, data: bytes) -> tuple[Article | None, tuple[Problem, ...]]:
    """One version of an article from its bytes; None, with the reason among the problems, when nothing can be made."""
    text, problems = decode(document, data)
    if text is None:
        return None, problems
    matter = split_matter(text)
    if matter.fault:
        location = Location(document.name, matter.fault_line)
        problems += (repair(f"YAML rejects this front matter ({matter.fault}); read line by line", location),)
    sections = parse_sections(matter.body, matter.body_line)
    heading = next((section.heading.text for section in sections if section.level), "")
    title = parse_inline(text_value(matter.values.get("title"))).text or heading
    if not title:
        message = "no title in the front matter and no heading: left out; give it a `title:` or a `# Heading`"
        return None, (*problems, warning(message, Location(document.name)))
    if not any(section.blocks for section in sections) and not matter.values.get("description"):
        return None, (*problems, warning("no text beneath the title: left out", Location(document.name)))
    article = Article(
        document=document,
        title=title.removesuffix("."),
        description=parse_inline(text_value(matter.values.get("description"))).text,
        description_line=matter.lines.get("description", 1),
        keywords=_keywords(matter),
        sections=sections,
    )
    return article, problems


def read_keywords(document: Document) -> tuple[str, ...]:
    """What a document's front matter says it is about; nothing where it cannot be read."""
    text, _ = read_text(document)
    return _keywords(split_matter(text)) if text else ()


def read_bytes(document: Document) -> tuple[bytes | None, tuple[Problem, ...]]:
    """A document's file; None, with the reason, where it cannot be read."""
    try:
        return document.path.read_bytes(), ()
    except OSError as fault:
        return None, (warning(f"cannot be read ({fault.strerror}); left out", Location(document.name)),)


def read_text(document: Document) -> tuple[str | None, tuple[Problem, ...]]:
    """A document's text; None, with the reason, where there is none."""
    data, problems = read_bytes(document)
    return (None, problems) if data is None else decode(document, data)


def decode(document: Document, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a document: UTF-8, with or without a mark; UTF-16 where a mark says so; nothing else is guessed."""
    if not data.strip():
        return None, (warning("the file is empty; left out", Location(document.name)),)
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"not UTF-8 (byte 0x{data[fault.start]:02x}); left out: save the file as UTF-8"
        return None, (warning(message, Location(document.name, line)),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def _keywords(matter: Matter) -> tuple[str, ...]:
    for key in _KEYWORD_KEYS:
        if keywords := list_value(matter.values.get(key)):
            return tuple(dict.fromkeys(keywords))
    return ()
