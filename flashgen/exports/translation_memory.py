"""TMX 1.4: every pair of texts as a translation unit, for the memories of translators' tools (GALA, TMX 1.4b)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from xml.sax.saxutils import escape, quoteattr

from flashgen.anki.package_reader import NoteStream
from flashgen.exports.on_disk import database_on_disk
from flashgen.exports.texts import NoteTexts, note_texts

CREATOR = 'creationtool="flashgen"'
"""By this a file of ours is known."""


def tmx_lines(package: NoteStream) -> Iterator[str]:
    """A whole document; two texts that several notes hold make one unit."""
    import flashgen

    native, target = package.pair
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
    yield (
        f'<header {CREATOR} creationtoolversion={quoteattr(flashgen.__version__)} segtype="block" '
        f'o-tmf="flashgen" adminlang="en" srclang={quoteattr(native)} datatype="plaintext">\n'
    )
    yield "".join(f"<note>{escape(line)}</note>\n" for line in package.about) + "</header>\n<body>\n"
    with database_on_disk("seen (pair blob primary key) without rowid") as seen:
        for texts in note_texts(package):
            for name, first, second in texts.pairs():
                # a NUL stands in no text
                pair = blake2b(f"{first}\0{second}".encode(), digest_size=16).digest()
                if seen.execute("insert or ignore into seen values (?)", (pair,)).rowcount:
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
