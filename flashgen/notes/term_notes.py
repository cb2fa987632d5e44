"""Links of all articles -> one term note for each article that is linked to in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from flashgen.anki.package_reader import Edition, published_text
from flashgen.notes.note_maker import NoteMaker
from flashgen.records import Bitext, Mention, Note

Sentences = tuple[str, str]
"""The sentences of a term, native and target, as plain text."""


class TermNotes:
    """Collects the links of all articles, and makes one note for each article that is linked to."""

    def __init__(self, maker: NoteMaker, published: Mapping[str, Sentences]) -> None:
        """`published` are the sentences that terms were shown in last time."""
        self._maker = maker
        self._published = published
        self._mentions: dict[str, tuple[Mention, Mention]] = {}
        self._read: dict[str, Bitext] = {}
        self.frequency: Counter[str] = Counter()
        """How many articles speak of an article, in either language."""

    def add(self, bitext: Bitext) -> None:
        """Keep the first mention of each article that stands in the same place of both versions.

        A sentence that was published is kept as long as it stands anywhere: a term does not change because an
        article was added.
        """
        self._read[bitext.slug] = _without_beads(bitext)
        both = (*bitext.native.mentions, *bitext.target.mentions)
        self.frequency.update({mention.slug for mention in both} - {bitext.slug})
        there = {mention.slug: mention for mention in bitext.target.mentions}
        for mention in bitext.native.mentions:
            other = there.get(mention.slug)
            if other and other.block_index == mention.block_index and mention.slug != bitext.slug:
                known = self._mentions.setdefault(mention.slug, (mention, other))
                if known[0] is not mention and self._was_published(mention, other):
                    self._mentions[mention.slug] = (mention, other)

    def notes(self, read_bitext: Callable[[str], Bitext | None]) -> Iterator[Note]:
        """One note for each linked article. `read_bitext` reads one that was not asked for, if there is one."""
        for slug, (native, target) in self._mentions.items():
            linked = self._read.get(slug) or read_bitext(slug)
            if linked and (note := self._maker.term(linked, native, target)):
                yield note

    def _was_published(self, native: Mention, target: Mention) -> bool:
        sentences = self._published.get(published_text(native.slug), ("", ""))
        return all(sentences) and sentences[0] in native.paragraph and sentences[1] in target.paragraph


def published_sentences(edition: Edition) -> dict[str, Sentences]:
    """The sentences of an edition's terms."""
    layout = edition.layout
    found: dict[str, Sentences] = {}
    for note in edition.notes.values():
        if note.kind == "term":
            text = layout.text_reader(note.kind, note.field_values)
            found[text("article")] = (text("native.context"), text("target.context"))
    return found


def _without_beads(bitext: Bitext) -> Bitext:
    """What a term note needs of an article, and no more: a large corpus is not kept in memory."""
    native, target = replace(bitext.native, mentions=()), replace(bitext.target, mentions=())
    return replace(bitext, beads=(), native=native, target=target)
