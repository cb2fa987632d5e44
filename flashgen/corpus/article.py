"""One document -> an `Article`: bytes decoded, front matter read, body parsed. A bad document costs itself alone."""

from __future__ import annotations

import codecs

from flashgen.corpus.blocks import parse_sections
from flashgen.corpus.front_matter import Matter, list_value, split_matter, text_value
from flashgen.corpus.inline import parse_inline
from flashgen.errors import Problem, repair, warning
from flashgen.records import Article, Document, Location

_KEYWORD_KEYS = ("keywords", "topics", "topic", "categories", "category", "tags")


def read_article(document: Document) -> tuple[Article | None, tuple[Problem, ...]]:
    """Read one version of an article; None, with the reason among the problems, when nothing can be made of it."""
    text, problems = read_text(document)
    if text is None:
        return None, problems
    matter = split_matter(text)
    if matter.fault:
        place = Location(document.name, matter.fault_line)
        problems += (repair(f"YAML rejects this front matter ({matter.fault}); read line by line", place),)
    sections = parse_sections(matter.body, matter.body_line)
    heading = next((section.heading.text for section in sections if section.level), "")
    title = parse_inline(text_value(matter.values.get("title"))).text or heading
    if not title:
        reason = "no title in the front matter and no heading: left out; give it a `title:` or a `# Heading`"
        return None, (*problems, warning(reason, Location(document.name)))
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


def read_text(document: Document) -> tuple[str | None, tuple[Problem, ...]]:
    """A document's text. UTF-8, with or without a mark; UTF-16 where a mark says so; nothing else is guessed."""
    try:
        data = document.path.read_bytes()
    except OSError as problem:
        return None, (warning(f"cannot be read ({problem.strerror}); left out", Location(document.name)),)
    if not data.strip():
        return None, (warning("the file is empty; left out", Location(document.name)),)
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        message = f"not UTF-8 (byte 0x{data[problem.start]:02x}); left out: save the file as UTF-8"
        return None, (warning(message, Location(document.name, line)),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def _keywords(matter: Matter) -> tuple[str, ...]:
    for key in _KEYWORD_KEYS:
        if keywords := list_value(matter.values.get(key)):
            return tuple(dict.fromkeys(keywords))
    return ()
