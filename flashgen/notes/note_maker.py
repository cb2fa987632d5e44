"""Bitexts -> notes: field values, guid, tags, deck, and which cards each note has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from flashgen.anki.field_text import cloze_html, deck_name, field_html, marked_html, tag_name
from flashgen.anki.ids import fact_guid
from flashgen.anki.note_types import NoteType
from flashgen.kinds import KINDS
from flashgen.language.tags import direction_of
from flashgen.language.text_types import normalised
from flashgen.notes.cloze import hidden_in_fact, parted
from flashgen.notes.context import sentence_around
from flashgen.notes.settings import NoteSettings, Phrases
from flashgen.records import Bead, Bitext, Fact, Location, Mention, Note, Side, SideName

SUSPECT_TAG = "flashgen::suspect::"
"""The tag of a note that the quality gate suspects and the configuration lets pass, less the rule's name."""


@dataclass(frozen=True, slots=True)
class NoteMaker:
    """What every note of one build has in common."""

    native: str
    target: str
    settings: NoteSettings
    note_types: Mapping[str, NoteType]
    """By kind."""
    phrases: Mapping[SideName, Phrases]

    def notes(self, bitext: Bitext) -> tuple[Note, ...]:
        """One note for each pair of an article's bitext, in its order."""
        made: list[Note] = []
        ordinals: Counter[tuple[str, str]] = Counter()
        shared = {kind: self._shared(bitext, kind) for kind in {bead.kind for bead in bitext.beads}}
        for bead in bitext.beads:
            if not bead.is_pair or bead.native is None or bead.target is None:
                continue
            key = _fact_key(bead)
            ordinals[bead.kind, key] += 1
            values = shared[bead.kind] | self._sides(bitext, bead)
            if self.note_types[bead.kind].cloze:
                sides = dict(bitext.sides)
                for name, fact in bead.sides:
                    shown = sides[name].heading or sides[name].title
                    values[f"{name}.cloze"] = hidden_in_fact(fact, self._question(name, fact, sides[name]), shown)
            pin = bead.target.pin or bead.native.pin
            identity: list[str | int] = ["#", pin] if pin else [key, ordinals[bead.kind, key]]
            rules = [suspicion.rule for suspicion in bead.suspicions] if self.settings.tags_suspects else []
            made.append(self._note(bitext, bead.kind, identity, values, bead.target.location, pin, rules))
        return tuple(made)

    def term(self, linked: Bitext, native: Mention, target: Mention) -> Note | None:
        """The note of a linked article's titles, each in the sentence it was met in; None where no title is fit."""
        values = self._shared(linked, "term")
        if not values["target.term"]:
            return None
        mentions: dict[SideName, Mention] = {"native": native, "target": target}
        for name, mention in mentions.items():
            values[f"{name}.context"] = marked_html(*sentence_around(mention, self._tag(name)))
            if self.note_types["term"].cloze:
                values[f"{name}.cloze"] = cloze_html(*sentence_around(mention, self._tag(name)))
        return self._note(linked, "term", [], values, target.location)

    def _tag(self, name: SideName) -> str:
        """The language of a side."""
        return self.native if name == "native" else self.target

    def _note(
        self, bitext: Bitext, kind: str, key: list[str | int], values: dict[str, str], location: Location,
        pin: str = "", suspected: Iterable[str] = (),
    ) -> Note:  # fmt: skip
        note_type = self.note_types[kind]
        # Anki never moves a note to a note type of clozes, so that a cloze is another note
        named = f"{kind} cloze" if note_type.cloze else kind
        values["guid"] = fact_guid([bitext.slug, self.native, self.target, named, *key])
        fields = note_type.fill(values)
        return Note(
            guid=values["guid"],
            kind=kind,
            note_type=note_type.name,
            fields=fields,
            tags=tuple(sorted({*self._tags(bitext, kind), *(f"{SUSPECT_TAG}{rule}" for rule in suspected)})),
            deck=self._deck(bitext),
            cards=note_type.filled_cards(fields),
            article=bitext.slug,
            location=location,
            pin=pin,
        )

    def _shared(self, bitext: Bitext, kind: str) -> dict[str, str]:
        """The values that are the same for every fact of one kind in one article."""
        values = {
            "topic": field_html(bitext.keywords[0]) if bitext.keywords else "",
            "article": field_html(bitext.slug),
            "source": field_html(" · ".join(dict.fromkeys((bitext.target.document.name, bitext.native.document.name)))),
        }
        fit = _are_fit(bitext.native, bitext.target)
        for name, side in bitext.sides:
            tag = self._tag(name)
            values |= {
                f"{name}.title": field_html(side.heading or side.title),
                f"{name}.term": field_html(side.title) if fit else "",
                f"{name}.label": field_html(self.phrases[name].labels.get(kind, "")),
                f"{name}.language": tag,
                f"{name}.direction": direction_of(tag),
            }
        return values

    def _sides(self, bitext: Bitext, bead: Bead) -> dict[str, str]:
        values: dict[str, str] = {}
        sides = dict(bitext.sides)
        for name, fact in bead.sides:
            values |= {
                f"{name}.question": field_html(self._question(name, fact, sides[name])),
                f"{name}.answer": marked_html(*parted(fact.answer, fact.marks)),
                f"{name}.context": field_html(fact.context or fact.rest),
                f"{name}.figure": field_html(fact.figure),
            }
        return values

    def _question(self, name: SideName, fact: Fact, side: Side) -> str:
        """What asks for a fact: its own question, else its lead-in, else the language's prompt."""
        return fact.question or fact.context or self._prompt(name, fact.kind, side)

    def _prompt(self, name: SideName, kind: str, side: Side) -> str:
        """The question for a fact whose article asks none."""
        prompt = self.phrases[name].prompts.get(kind, "{title}")
        return prompt.replace("{title}", side.heading or side.title)

    def _deck(self, bitext: Bitext) -> str:
        # a "::" inside a keyword would be a level of its own
        topic = bitext.keywords[0].replace("::", " ") if bitext.keywords else ""
        named = deck_name(_filled(self.settings.deck, native=self.native, target=self.target, topic=topic))
        return named or deck_name(f"flashgen {self.native}→{self.target}")

    def _tags(self, bitext: Bitext, kind: str) -> Iterator[str]:
        for pattern in self.settings.tags:
            for keyword in bitext.keywords if "{keyword}" in pattern else ("",):
                yield tag_name(
                    _filled(
                        pattern, native=self.native, target=self.target, kind=kind,
                        article=bitext.slug.replace("::", " "), keyword=keyword.replace("::", " "),
                    )
                )  # fmt: skip


def unify_case(notes: Iterable[Note]) -> tuple[Note, ...]:
    """One spelling for decks and tags that differ only by case: Anki would rename one of two such decks."""
    spellings: dict[str, str] = {}

    def first(name: str) -> str:
        parts = name.split("::")
        for depth in range(1, len(parts) + 1):
            spelled = spellings.setdefault("::".join(parts[:depth]).casefold(), "::".join(parts[:depth]))
            parts[:depth] = spelled.split("::")
        return "::".join(parts)

    return tuple(replace(note, deck=first(note.deck), tags=tuple(map(first, note.tags))) for note in notes)


def _are_fit(native: Side, target: Side) -> bool:
    """Whether two titles may be asked for each other: each used by its own article, and not the same word."""
    used = native.title_is_used and target.title_is_used
    return used and normalised(native.title) != normalised(target.title)


def _fact_key(bead: Bead) -> str:
    """What makes a fact itself among the facts of its kind: nothing where there is one, else its wording."""
    fact = bead.target
    if fact is None or KINDS[bead.kind].is_single:
        return ""
    return normalised(fact.question if KINDS[bead.kind].has_question else fact.answer + fact.rest)


def _filled(pattern: str, **values: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), pattern)
