"""Bitexts -> notes: field values, guid, tags, deck, and which cards each note has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from flashgen.anki.field_text import cloze_html, deck_name, field_html, marked_html, styled_html, tag_name, text_html
from flashgen.anki.ids import fact_guid
from flashgen.anki.note_types import NoteType
from flashgen.kinds import KINDS
from flashgen.language.patterns import FRONT, fill, front_keys
from flashgen.language.tags import direction_of
from flashgen.language.text_types import is_question
from flashgen.notes.cloze import hidden_in_fact, parted
from flashgen.notes.context import contexts_of_term, sentence_around
from flashgen.notes.fact_key import fact_key
from flashgen.notes.fitness import ListSizes, count_items, is_one_of_list, is_producible, shows_rest, size_name
from flashgen.notes.hints import hint_of_term
from flashgen.notes.links import link_values
from flashgen.notes.meetings import TermPlace
from flashgen.notes.naming import holds_answer, is_about_nothing, needs_prompt
from flashgen.notes.settings import NoteSettings, Phrases
from flashgen.notes.styling import styles_of
from flashgen.notes.term_places import are_cognates, why_titles_are_no_term
from flashgen.record import Record
from flashgen.records.documents import IMAGE
from flashgen.records.facts import Fact
from flashgen.records.location import Location
from flashgen.records.notes import Note
from flashgen.records.pairs import Bead, Bitext, Side, SideName
from flashgen.scratch.note_fields import Fields

SUSPECT_TAG = "flashgen::suspect::"
"""The tag of a note that the quality gate suspects and the configuration lets pass, less the rule's name."""


class _Shared(Record):
    """What the notes of one kind in one article have in common."""

    kind: str
    values: Mapping[str, str]
    tags: frozenset[str]
    deck: str


class NoteMaker(Record):
    """What every note of one build has in common."""

    native: str
    target: str
    settings: NoteSettings
    note_types: Mapping[str, NoteType]
    """By kind."""
    phrases: Mapping[SideName, Phrases]
    are_sound: Callable[[str, str], bool] = lambda native, target: True
    """Whether a term may be shown in two sentences, native and target."""

    def notes(self, bitext: Bitext) -> tuple[Note, ...]:
        """One note for each pair of an article's bitext, in its order."""
        made: list[Note] = []
        ordinals: Counter[tuple[str, str]] = Counter()
        lists = count_items(bitext.beads)
        shared = self._shared(bitext, {bead.kind for bead in bitext.beads})
        for bead in bitext.beads:
            if (pair := bead.pair) is None:
                continue
            native, target = pair
            key = fact_key(bead)
            ordinals[bead.kind, key] += 1
            values = {**shared[bead.kind].values, **self._sides(bitext, bead, lists)}
            values |= link_values(self.settings.links, bitext, bead.kind, dict(bead.sides))
            if self.note_types[bead.kind].cloze:
                sides = dict(bitext.sides)
                for name, fact in bead.sides:
                    asked = self._question(name, bead, bitext)
                    values[f"{name}.cloze"] = hidden_in_fact(fact, asked, sides[name].title)
            pin = target.pin or native.pin
            identity: list[str | int] = ["#", pin] if pin else [key, ordinals[bead.kind, key]]
            rules = [suspicion.rule for suspicion in bead.suspicions] if self.settings.tags_suspects else []
            made.append(self._note(bitext, shared[bead.kind], identity, values, target.location, pin, rules))
        return tuple(made)

    def term(
        self, linked: Bitext, places: Sequence[TermPlace], *, is_asked_twice: bool = False
    ) -> tuple[Note, int] | None:
        """(the note of a linked article's titles, in the sentences of the first place that serves; its number)

        The number is 0 where none serves. None where no title is fit, or where no sentence serves and nothing would
        tell its cards from that of the definition, which asks for the same term, or one title gives the other away.
        Where the definition's note asks for it, this one does not ask again, unless it was published doing so
        (`is_asked_twice`): a learner has a history of that card.
        """
        if why_titles_are_no_term(linked):
            return None
        found = ((self._term_sentences(linked, place), number) for number, place in enumerate(places))
        sentences, number = next((one for one in found if one[0]), (None, 0))
        if not sentences and (linked.beads or are_cognates(linked)):
            return None
        shared = self._shared(linked, ("term",))["term"]
        values = {**shared.values, **link_values(self.settings.links, linked, "term", {})}
        is_asked = bool(linked.beads) and self.note_types["definition"].asks_by("native.term")
        values["producible"] = _yes(is_asked_twice or not is_asked)
        values |= {f"{name}.context": marked_html(*sentence) for name, sentence in (sentences or {}).items()}
        if self.note_types["term"].cloze:
            for name, words in (sentences or self._cloze_sentences(places)).items():
                values[f"{name}.cloze"] = cloze_html(*words)
        return self._note(linked, shared, [], values, places[number].target.location), number

    def _term_sentences(self, linked: Bitext, place: TermPlace) -> dict[SideName, tuple[str, ...]] | None:
        """The sentences of a place, if both hold the term and neither gives the other away."""
        titles = linked.native.title, linked.target.title
        found = contexts_of_term(place.native, place.target, (self.native, self.target), titles)
        if found is None:
            return None
        ours, theirs = map("".join, found)
        if holds_answer(ours, *titles) or holds_answer(theirs, *titles[::-1]) or not self.are_sound(ours, theirs):
            return None
        return {"native": found[0], "target": found[1]}

    def _cloze_sentences(self, places: Sequence[TermPlace]) -> dict[SideName, tuple[str, ...]]:
        """What clozes hide a term in where no sentence serves as an example: the first sound text that links to it."""
        for place in places:
            native, target = sentence_around(place.native, self.native), sentence_around(place.target, self.target)
            if self.are_sound("".join(native), "".join(target)):
                return {"native": native, "target": target}
        return {}

    def _tag(self, name: SideName) -> str:
        """The language of a side."""
        return self.native if name == "native" else self.target

    def _note(
        self, bitext: Bitext, shared: _Shared, key: list[str | int], values: dict[str, str], location: Location,
        pin: str = "", suspected: Iterable[str] = (),
    ) -> Note:  # fmt: skip
        kind, note_type = shared.kind, self.note_types[shared.kind]
        # Anki never moves a note to a note type of clozes, so that a cloze is another note
        named = f"{kind} cloze" if note_type.cloze else kind
        values["guid"] = fact_guid([bitext.slug, self.native, self.target, named, *key])
        fields = note_type.fill(values)
        return Note(
            guid=values["guid"],
            kind=kind,
            note_type=note_type.name,
            fields=Fields.of(fields),
            tags=tuple(sorted({*shared.tags, *(f"{SUSPECT_TAG}{rule}" for rule in suspected)})),
            deck=shared.deck,
            cards=note_type.filled_cards(fields),
            article=bitext.slug,
            location=location,
            pin=pin,
        )

    def _shared(self, bitext: Bitext, kinds: Iterable[str]) -> dict[str, _Shared]:
        """What notes have in common, by kind."""
        values = {
            "topic": field_html(bitext.keywords[0]) if bitext.keywords else "",
            "article": field_html(bitext.slug),
            "native.more": _html(self.phrases["native"].more),
            "source": field_html(" · ".join(dict.fromkeys((bitext.target.document.name, bitext.native.document.name)))),
        }
        fit = not why_titles_are_no_term(bitext)
        for name, side in bitext.sides:
            tag = self._tag(name)
            values |= {
                f"{name}.title": _html(side.title),
                f"{name}.term": _html(side.title) if fit else "",
                f"{name}.gloss": _html(side.gloss),
                f"{name}.language": tag,
                f"{name}.direction": direction_of(tag),
            }
        deck = self._deck(bitext)
        return {
            kind: _Shared(kind, values | self._phrase_values(kind), frozenset(self._tags(bitext, kind)), deck)
            for kind in kinds
        }

    def _sides(self, bitext: Bitext, bead: Bead, lists: ListSizes) -> dict[str, str]:
        """The values of one fact."""
        sides = dict(bitext.sides)
        values = {"producible": _yes(is_producible(bead)), "listed": _yes(is_one_of_list(bead, lists))}
        goes_on = shows_rest(bead, self.settings.rests)
        for name, fact in bead.sides:
            values |= {
                f"{name}.question": self._html(self._question(name, bead, bitext), fact, sides[name]),
                f"{name}.answer": self._answer_html(fact, sides[name]),
                f"{name}.context": self._html(fact.context, fact, sides[name]),
                f"{name}.rest": self._html(fact.rest, fact, sides[name]) if goes_on else "",
                f"{name}.figure": _html(fact.figure),
                f"{name}.size": size_name(fact.answer),
            }
        if bead.native and KINDS[bead.kind].native_label:
            hint = hint_of_term(bead.native.answer, bitext.native.title, bitext.target.title)
            values["native.hint"] = self._html(hint, bead.native, bitext.native)
            values["native.hint_label"] = _html(self.phrases["native"].labels.get(bead.kind, "")) if hint else ""
        return values

    def _answer_html(self, fact: Fact, side: Side) -> str:
        """An answer, its terms in bold where they are marked; else as its author set it."""
        if fact.marks and IMAGE not in fact.answer:
            return marked_html(*parted(fact.answer, fact.marks))
        return self._html(fact.answer, fact, side)

    def _html(self, text: str, fact: Fact, side: Side) -> str:
        """A text of a fact as its author set it."""
        styles = styles_of(text, fact.location.line, side.styled)
        return styled_html(text, styles, mathjax=self.settings.mathjax) if styles else _html(text)

    def _phrase_values(self, kind: str) -> dict[str, str]:
        """What the cards of a kind say of themselves, in the language in which they ask."""
        row, native, target = KINDS[kind], self.phrases["native"], self.phrases["target"]
        return {
            "native.label": _html(native.labels.get(row.native_label or kind, "")),
            "native.task": _html(native.tasks.get(row.native_task, "")),
            "target.label": _html(target.labels.get(kind, "")),
            "target.task": _html(target.tasks.get(row.target_task, "")),
        }

    def _question(self, name: SideName, bead: Bead, bitext: Bitext) -> str:
        """What asks for a side of a pair: its own question, else its lead-in, else the language's prompt.

        Of a heading that is no question, the prompt for highlights makes one.
        """
        fact = dict(bead.sides)[name]
        if needs_prompt(bead):
            return self.phrases[name].ask("highlight", fact.question)
        title = dict(bitext.sides)[name].title
        if KINDS[fact.kind].is_single and is_about_nothing(fact.question, title):
            # the only fact of its kind speaks of what the title names, even where it asks "What is it?"
            return f"{title}: {fact.question}"
        return fact.question or fact.context or self._prompt(name, fact.kind, bitext)

    def _prompt(self, name: SideName, kind: str, bitext: Bitext) -> str:
        """The question for a fact whose article asks none.

        A title that is a question asks for the definition alone. One that the text does not use asks for nothing: it
        may have another sense, and what a card shows of such a fact stands for itself.
        """
        title, is_single = dict(bitext.sides)[name].title, KINDS[kind].is_single
        if is_single and is_question(title):
            return title
        if not is_single and not all(side.title_is_used for _, side in bitext.sides):
            return ""
        return self.phrases[name].ask(kind, title)

    def _deck(self, bitext: Bitext) -> str:
        # a "::" inside a keyword would be a level of its own
        topic = bitext.keywords[0].replace("::", " ") if bitext.keywords else ""
        values = {"native": self.native, "target": self.target, "topic": topic, **_front_values(bitext)}
        named = deck_name(fill(self.settings.deck, values.get))
        # every collection has a deck of this name, with whatever else its owner learns
        named = "" if named.casefold() == "default" else named
        return named or deck_name(f"flashgen {self.native}→{self.target}")

    def _tags(self, bitext: Bitext, kind: str) -> Iterator[str]:
        article = bitext.slug.replace("::", " ")
        values = {"native": self.native, "target": self.target, "kind": kind, "article": article}
        values |= _front_values(bitext)
        for pattern in self.settings.tags:
            for keyword in bitext.keywords if "{keyword}" in pattern else ("",):
                tag = fill(pattern, {**values, "keyword": keyword.replace("::", " ")}.get)
                # a tag for a key that the article does not have would say nothing
                says_something = all(values.get(f"{FRONT}{key}") for key in front_keys(pattern))
                # Anki drops an empty tag, and the note would be another in each build
                if says_something and (name := tag_name(tag)):
                    yield name


def _html(text: str) -> str:
    return text_html(text.replace(IMAGE, ""))


def _yes(holds: bool) -> str:
    """What a field says that templates ask."""
    return "yes" if holds else ""


def _front_values(bitext: Bitext) -> dict[str, str]:
    """What front matter holds, by placeholder; where both versions have a key, what the target's says."""
    found = {**bitext.native.front, **{key: value for key, value in bitext.target.front.items() if value}}
    return {f"{FRONT}{key.casefold()}": value.replace("::", " ") for key, value in found.items()}
