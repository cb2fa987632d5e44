"""TBX-Basic (ISO 30042:2019, style DCA): the terms of a package with their definitions, for terminologists' tools."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from flashgen.anki.package_reader import Edition
from flashgen.exports.texts import SIDES, note_texts

CREATOR = "Made by flashgen from the package of a deck"
"""By this a file of ours is known."""
Terms = tuple[str, str]
"""What a concept is called in the native and in the target language."""


@dataclass(slots=True)
class _Concept:
    """What a package says of one concept."""

    terms: Terms
    definitions: tuple[str, str] = ("", "")
    topics: list[str] = field(default_factory=list)


def tbx_lines(edition: Edition) -> Iterator[str]:
    """A whole document; a concept is what an article is about, or a word that one of its lists explains.

    Nothing, where there is no concept: a `body` holds at least one.
    """
    tags = edition.pair
    concepts = _concepts(edition)
    if not concepts:
        return
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<tbx type="TBX-Basic" style="dca" xml:lang={quoteattr(tags[0])} xmlns="urn:iso:std:iso:30042:ed-2">\n'
        f"<tbxHeader><fileDesc><sourceDesc><p>{CREATOR}: {escape(' → '.join(tags))}</p>"
        f"{''.join(f'<p>{escape(line)}</p>' for line in edition.about)}</sourceDesc></fileDesc>"
        "</tbxHeader>\n<text><body>\n"
    )
    for number, concept in enumerate(concepts, start=1):
        yield _entry(number, concept, tags)
    yield "</body></text>\n</tbx>\n"


def _concepts(edition: Edition) -> list[_Concept]:
    """One for each two terms, in learning order; its definition may stand in another note than the term."""
    found: dict[Terms, _Concept] = {}
    for texts in note_texts(edition):
        name = "answer" if texts.note.kind == "vocabulary" else "term"
        if texts.note.kind not in ("vocabulary", "term", "definition"):
            continue
        native, target = (texts[f"{side}.{name}"] for side in SIDES)
        if not native or not target:
            continue
        concept = found.setdefault((native, target), _Concept((native, target)))
        if texts.note.kind == "definition" and not any(concept.definitions):
            concept.definitions = (texts["native.answer"], texts["target.answer"])
        if (topic := texts["topic"]) and topic not in concept.topics:
            concept.topics.append(topic)
    return list(found.values())


def _entry(number: int, concept: _Concept, tags: tuple[str, str]) -> str:
    """A concept with a section for each language."""
    subjects = "".join(f'<descrip type="subjectField">{escape(topic)}</descrip>\n' for topic in concept.topics[:1])
    said = "".join(
        f"<langSec xml:lang={quoteattr(tag)}>\n{_definition(text)}"
        f"<termSec><term>{escape(term)}</term></termSec>\n</langSec>\n"
        for tag, term, text in zip(tags, concept.terms, concept.definitions, strict=True)
    )
    return f'<conceptEntry id="c{number}">\n{subjects}{said}</conceptEntry>\n'


def _definition(text: str) -> str:
    if not text:
        return ""
    return f'<descripGrp><descrip type="definition">{escape(text)}</descrip></descripGrp>\n'
