"""TBX-Basic (ISO 30042:2019, style DCA): the terms of a package with their definitions, for terminologists' tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from flashgen.anki.package_reader import NoteStream
from flashgen.exports.on_disk import database_on_disk
from flashgen.exports.texts import SIDES, note_texts

CREATOR = "Made by flashgen from the package of a deck"
"""By this a file of ours is known."""
_CONCEPTS = (
    "concepts (number integer primary key, native text, target text, native_definition text, target_definition text,"
    " topic text, unique (native, target))"
)
"""One for each two terms, by number in learning order."""
_ADD = """insert into concepts (native, target, native_definition, target_definition, topic) values (?, ?, ?, ?, ?)
on conflict (native, target) do update set
    native_definition = iif(native_definition || target_definition = '', excluded.native_definition, native_definition),
    target_definition = iif(native_definition || target_definition = '', excluded.target_definition, target_definition),
    topic = iif(topic = '', excluded.topic, topic)"""
"""A definition or a topic may stand in another note than the one that names the concept first."""


def tbx_lines(package: NoteStream) -> Iterator[str]:
    """A whole document; a concept is what an article is about, or a word that one of its lists explains.

    Nothing, where there is no concept: a `body` holds at least one.
    """
    tags = package.pair
    with database_on_disk(_CONCEPTS) as known:
        known.executemany(_ADD, _mentions(package))
        found = known.execute("select * from concepts order by number")
        first = found.fetchone()
        if not first:
            return
        yield (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<tbx type="TBX-Basic" style="dca" xml:lang={quoteattr(tags[0])} xmlns="urn:iso:std:iso:30042:ed-2">\n'
            f"<tbxHeader><fileDesc><sourceDesc><p>{CREATOR}: {escape(' → '.join(tags))}</p>"
            f"{''.join(f'<p>{escape(line)}</p>' for line in package.about)}</sourceDesc></fileDesc>"
            "</tbxHeader>\n<text><body>\n"
        )
        for number, native, target, *definitions, topic in chain((first,), found):
            yield _entry(number, topic, zip(tags, (native, target), definitions, strict=True))
        yield "</body></text>\n</tbx>\n"


def _mentions(package: NoteStream) -> Iterator[tuple[str, str, str, str, str]]:
    """(native term, target term, native definition, target definition, topic) of each note that names a concept."""
    for texts in note_texts(package):
        kind = texts.note.kind
        if kind in ("vocabulary", "term", "definition"):
            native, target = (texts[f"{side}.{'answer' if kind == 'vocabulary' else 'term'}"] for side in SIDES)
            defines = kind == "definition"
            definitions = (texts["native.answer"], texts["target.answer"]) if defines else ("", "")
            if native and target:
                yield native, target, *definitions, texts["topic"]


def _entry(number: int, topic: str, sides: Iterable[tuple[str, str, str]]) -> str:
    """A concept with a section for each language: (tag, term, definition)."""
    subject = f'<descrip type="subjectField">{escape(topic)}</descrip>\n' if topic else ""
    said = "".join(
        f"<langSec xml:lang={quoteattr(tag)}>\n{_definition(text)}"
        f"<termSec><term>{escape(term)}</term></termSec>\n</langSec>\n"
        for tag, term, text in sides
    )
    return f'<conceptEntry id="c{number}">\n{subject}{said}</conceptEntry>\n'


def _definition(text: str) -> str:
    if not text:
        return ""
    return f'<descripGrp><descrip type="definition">{escape(text)}</descrip></descripGrp>\n'
