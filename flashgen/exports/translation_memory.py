"""TMX 1.4: every pair of texts as a translation unit, for the memories of translators' tools (GALA, TMX 1.4b)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from flashgen.anki.package_reader import Edition
from flashgen.exports.texts import NoteTexts, note_texts

CREATOR = 'creationtool="flashgen"'
"""By this a file of ours is known."""


def tmx_lines(edition: Edition) -> Iterator[str]:
    """A whole document; two texts that several notes hold make one unit."""
    import flashgen

    native, target = edition.pair
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
    yield (
        f'<header {CREATOR} creationtoolversion={quoteattr(flashgen.__version__)} segtype="block" '
        f'o-tmf="flashgen" adminlang="en" srclang={quoteattr(native)} datatype="plaintext">\n'
    )
    yield "".join(f"<note>{escape(line)}</note>\n" for line in edition.about) + "</header>\n<body>\n"
    seen: set[tuple[str, str]] = set()
    for texts in note_texts(edition):
        for name, first, second in texts.pairs():
            if (first, second) not in seen:
                seen.add((first, second))
                yield _unit(texts, name, ((native, first), (target, second)))
    yield "</body>\n</tmx>\n"


def _unit(texts: NoteTexts, name: str, variants: tuple[tuple[str, str], ...]) -> str:
    """A translation unit with one variant for each language."""
    note = texts.note
    changed = datetime.fromtimestamp(note.modified, UTC).strftime("%Y%m%dT%H%M%SZ")
    said = "".join(f"<tuv xml:lang={quoteattr(tag)}><seg>{escape(text)}</seg></tuv>\n" for tag, text in variants)
    return (
        f'<tu tuid={quoteattr(f"{note.guid}.{name}")} changedate="{changed}">\n'
        f'<prop type="x-kind">{escape(note.kind)}</prop>\n'
        f'<prop type="x-article">{escape(texts["article"])}</prop>\n{said}</tu>\n'
    )
