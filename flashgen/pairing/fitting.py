"""Beads in the size of a card: one idea each, and whatever one side shows, the other shows too.

Hand-made decks hold one idea a card. So a long text keeps its first sentence (of what is answered rather than
translated, the first two where they are short), both sides are cut at the same place, and the rest stands behind; a
statistic keeps the sentence that its figure stands in. What leads in is a label, a sentence or a heading, chosen for
both sides together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from flashgen.kinds import KINDS, is_asked_by_recurrence
from flashgen.language.pointing import NOTHING, Pointing, begins_by_referring
from flashgen.language.text_types import introduces, is_question, normalised, weight
from flashgen.language.word_forms import letters_beside
from flashgen.pairing.asides import without_asides, without_lone_asides
from flashgen.pairing.beads import is_in_doubt
from flashgen.pairing.card_size import CardSize
from flashgen.pairing.choosing import choose_cut, is_fragment_before, question_and_answer, weights
from flashgen.pairing.evidence import length_distance
from flashgen.pairing.examples import is_riddle
from flashgen.pairing.figure_pieces import kept_with_figure
from flashgen.pairing.labels import (
    labels_without_each_others_names,
    numbered,
    with_common_labels,
    with_first_sentence_as_label,
    without_each_others_names,
    without_stops,
)
from flashgen.pairing.lead_ins import Room, are_vague, choose_lead_ins, last_sentences, lead_ins_alike, with_labels
from flashgen.pairing.model import TranslationModel
from flashgen.pairing.omissions import SENDS_ELSEWHERE, UNEVEN, is_led_in, lists_of_phrases, says_alone, why_omitted
from flashgen.pairing.references import do_point, stand_alone, without_joinings
from flashgen.pairing.rests import Rests, common_rests, with_rests
from flashgen.pairing.said_alike import not_alike
from flashgen.pairing.sentence_alignment import Cut, find_cuts, is_whole
from flashgen.pairing.sets import join_sets
from flashgen.pairing.sources import learnt_from
from flashgen.record import replace
from flashgen.records.facts import BlockIndex, Fact
from flashgen.records.location import Location
from flashgen.records.pairs import Bead

_SURE = 0.9
"""The probability from which a place is taken for one at which both sides have said the same."""
_SURE_OF_FIRST = 0.6
"""The same for the place behind the first sentences of two definitions: both say what the thing is."""
_SENTENCES = {False: 2, True: 3}
"""Sentences that are kept of what is answered: a definition says it in two at most, a question may need one more."""
_THIN = 90
"""A definition whose first sentence weighs less takes the second, too."""
_OWN_LETTERS = 34
"""A definition whose first sentence has fewer letters beside its title's words says little of what the thing is."""
_UNEVEN = 6.5
"""From which distance of the lengths from what is expected (`Evidence.length`) one side says more than the other."""


@dataclass(slots=True)
class Fitting:
    """Fits the beads of an article, and remembers what it has fitted."""

    slug: str
    languages: tuple[str, str]
    """(native, target)"""
    model: TranslationModel
    size: CardSize = CardSize()
    titles_are_used: bool = True
    """Whether both texts call the thing by its title, so that a prompt may ask for it by that."""
    titles: tuple[str, str] = ("", "")
    """(native, target), as cards show them"""
    pointing: tuple[Pointing, Pointing] = NOTHING, NOTHING
    """The phrases of both languages that point at what is not on a card."""
    _fitted: dict[Bead, tuple[Bead, Rests]] = field(default_factory=dict, init=False)
    """A definition is fitted when it is chosen, and with all others."""
    _lead_ins: dict[tuple[str, str], tuple[tuple[str, str], tuple[str, str]]] = field(default_factory=dict, init=False)
    """What leads in to the items of a list, whole and its last sentences, by what stands before it."""
    _differing: set[tuple[str, str]] = field(default_factory=set, init=False)
    """Lead-ins, and examples of words, that do not say the same."""
    _parted_otherwise: set[tuple[Location, Location]] = field(default_factory=set, init=False)
    """Where items stand whose first sentences do not say the same: the examples of the words that they begin with."""

    def fit_all(self, beads: Iterable[Bead]) -> list[Bead]:
        """The beads as cards show them; those that would make no good card have a reason (`omissions`).

        What follows a cut speaks for or against a card as a whole, of which the card itself shows only a part.
        """
        beads = list(beads)
        self._differing.update(not_alike(map(self._beside, filter(None, (bead.pair for bead in beads))), self.model))
        fitted = list(map(self._fit_once, reversed(beads)))[::-1]  # items before the words that they begin with
        joined = join_sets([bead for bead, _ in fitted])
        of_phrases = lists_of_phrases(joined)
        return [self._judged(bead, of_phrases, rests) for bead, (_, rests) in zip(joined, fitted, strict=True)]

    def _judged(self, bead: Bead, of_phrases: frozenset[BlockIndex], rests: Rests) -> Bead:
        if not _may_make_card(bead):
            return bead  # a doubt need not be settled about what makes no card anyway
        reason = why_omitted(bead, self.model, self.titles_are_used, of_phrases, self.titles, self.size.whole)
        if not reason and bead.pair and self._are_uneven(*bead.pair):
            reason = UNEVEN
        if not reason and self._sends_elsewhere(bead):
            reason = SENDS_ELSEWHERE
        return replace(bead, reason=reason) if reason else with_rests(bead, rests)

    def _sends_elsewhere(self, bead: Bead) -> bool:
        """Whether both sides begin by sending their reader elsewhere, and link to where that is."""
        facts = [fact for _, fact in bead.sides]
        known = zip(facts, self.pointing, strict=False)
        return bead.is_pair and all(fact.links and begins_by_referring(fact.answer, one) for fact, one in known)

    def _are_uneven(self, native: Fact, target: Fact) -> bool:
        """Whether one side of a text that was cut, or of a definition, is far longer than the other lets expect."""
        if not (native.rest or target.rest or KINDS[native.kind].is_single):
            return False
        expected = self.model.ratio * len(native.answer)
        return self.model.ratio > 0 and length_distance(expected, len(target.answer)) > _UNEVEN

    def _fit_once(self, bead: Bead) -> tuple[Bead, Rests]:
        if bead not in self._fitted:
            self._fitted[bead] = self._fit(bead)
        return self._fitted[bead]

    def _fit(self, bead: Bead) -> tuple[Bead, Rests]:
        """The bead as a card shows it, with all that follows a cut; one-sided beads stay as they are, and so does what
        makes no card anyway, but for items: what leads in to these tells of their whole list (`lists_of_phrases`)."""
        if bead.native is None or bead.target is None:
            return bead, None
        if not (_may_make_card(bead) or is_led_in(bead.native)):
            return bead, None
        native, target = map(stand_alone, (bead.native, bead.target), self.pointing)
        native, target = with_common_labels(*self._asked_alike(native, target))
        native, target, rests = self._cut(native, target)
        native, target = self._without_asides(native, target)
        labelled = labels_without_each_others_names(native, target)
        native, target = without_each_others_names(*without_stops(*self._led_in(*labelled)))
        is_kept = native is bead.native and target is bead.target
        return bead if is_kept else replace(bead, native=native, target=target), rests

    def _asked_alike(self, native: Fact, target: Fact) -> tuple[Fact, Fact]:
        """A definition that a heading asks for in one language alone is asked for by its title in both."""
        is_asked_once = KINDS[native.kind].is_single and bool(native.question) != bool(target.question)
        if not (is_asked_once and self.titles_are_used):
            return native, target
        return replace(native, question=""), replace(target, question="")

    def _cut(self, native: Fact, target: Fact) -> tuple[Fact, Fact, Rests]:
        """Both facts cut at the same place, and what of their rests both say alike."""
        kind = KINDS[native.kind]
        limit = self.size.answer if kind.is_in_one_language else self.size.statement
        whole = max(weight(native.answer, limit), weight(target.answer, limit))
        if not kind.has_figure and whole <= limit and not kind.is_single:
            return native, target, None
        sources = learnt_from(self.slug, [native])
        places = find_cuts(native.answer, target.answer, self.languages, self.model, sources)
        cuts = [
            cut
            for cut in places
            if cut.probability >= (_SURE_OF_FIRST if kind.is_single and cut.is_behind_first else _SURE)
            and is_whole(native.answer, cut.native)
            and is_whole(target.answer, cut.target)
        ]
        is_even = not places or places[-1].native_sentences == places[-1].target_sentences
        if native.label and not is_even and not any(cut.is_behind_first for cut in cuts[:1]):
            self._parted_otherwise.add((native.location, target.location))
        if len(cuts) < 2:
            return native, target, None
        if kind.has_figure:
            return *kept_with_figure(native, target, cuts), None
        if kind.is_list_item and is_led_in(native) and not native.label and is_fragment_before(native, target, cuts[0]):
            return *with_first_sentence_as_label(native, target, cuts), None
        if kind.is_list_item and is_led_in(native) and (parts := question_and_answer(native, target, cuts)):
            return *with_first_sentence_as_label(native, target, parts), None
        most = _SENTENCES[kind.has_question] if kind.is_in_one_language else 1
        if kind.is_single and self._says_little(native, target, cuts[0]):
            limit = max(limit, self.size.whole)
        elif kind.is_single and min(weights(native, target, cuts[0], _THIN)) >= _THIN:
            most = 1
        cut = choose_cut(native, target, cuts, limit, most, self.size.answer)
        # what is translated is known by all of its text
        following = places[places.index(cut) + 1 :]
        is_needed = is_asked_by_recurrence(native.kind, (native.names_question, target.names_question))
        answers = native.answer, target.answer
        rests = common_rests(*answers, cut, following, is_needed=is_needed) if kind.is_in_one_language else None
        return _shorten(native, cut.native), _shorten(target, cut.target), rests

    def _says_little(self, native: Fact, target: Fact, cut: Cut) -> bool:
        """Whether either side has few words before a cut that are not its title's ("Rye bread is a bread of rye.")."""
        before = native.answer[: cut.native], target.answer[: cut.target]
        return min(map(letters_beside, self.titles, before)) < _OWN_LETTERS

    def _without_asides(self, native: Fact, target: Fact) -> tuple[Fact, Fact]:
        """An answer without what one side alone says in brackets; one that is still too long for a card, without what
        both do."""
        limit = self.size.answer
        if not KINDS[native.kind].is_in_one_language:
            return native, target
        native, target = without_lone_asides(native, target, self.model, learnt_from(self.slug, [native]))
        if all(weight(fact.answer, limit) <= limit for fact in (native, target)):
            return native, target
        return _drop_asides(native), _drop_asides(target)

    def _led_in(self, native: Fact, target: Fact) -> tuple[Fact, Fact]:
        """Both facts with one sort of lead-in: a label, a sentence, a heading, or none, where the prompt asks."""
        contexts = native.context, target.context
        if KINDS[native.kind].is_nominal and (
            contexts in self._differing
            or (native.location, target.location) in self._parted_otherwise
            or is_riddle(contexts, self.model, self.pointing)
        ):
            return replace(native, context=""), replace(target, context="")
        if not is_led_in(native):
            return native, target
        if native.number and native.number == target.number:
            native, target = numbered(native), numbered(target)
        if is_question(native.label) and is_question(target.label):
            # an answer says nothing without its question, however long that is
            return replace(native, context=native.label), replace(target, context=target.label)
        sentences, lasts = self._lead_ins_of(contexts)
        if sentences in self._differing:
            sentences = lasts = "", ""
        headings = (
            (native.heading, target.heading) if self._do_headings_lead_in(native, target, sentences) else ("", "")
        )
        brief = without_asides(sentences[0]), without_asides(sentences[1])
        labels = native.label, target.label
        above = (with_labels(labels, texts) for texts in (sentences, brief, lasts, headings))
        shown = f"{self.titles[0]} {native.answer}", f"{self.titles[1]} {target.answer}"
        first = headings if are_vague(sentences, shown) else ("", "")
        choices = (*above, labels, first, sentences, brief, lasts)
        rather = () if all(map(is_question, sentences)) else (lasts, sentences, brief)  # a question is a heading
        room = Room((native, target), self.titles, self.size.whole)
        if all(sentences) and native.follows_text and target.follows_text:
            headings = "", ""  # what stands between may have come to another thing than the heading names
        ours, theirs = choose_lead_ins(choices, rather, headings, room)
        return replace(native, context=ours), replace(target, context=theirs)

    def _beside(self, pair: tuple[Fact, Fact]) -> tuple[str, str]:
        """What stands beside a pair, to lead in to it or as an example of it; nothing beside others."""
        contexts = pair[0].context, pair[1].context
        if is_led_in(pair[0]):
            return self._lead_ins_of(contexts)[0]
        return contexts if KINDS[pair[0].kind].is_nominal else ("", "")

    def _lead_ins_of(self, contexts: tuple[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
        if contexts not in self._lead_ins:
            alike = self._as_lead_ins(lead_ins_alike(*contexts, self.languages))
            self._lead_ins[contexts] = alike, self._as_lead_ins(last_sentences(alike, self.languages))
        return self._lead_ins[contexts]

    def _as_lead_ins(self, texts: tuple[str, str]) -> tuple[str, str]:
        """Lead-ins without what joins them to what no card shows; none where either points at such a thing, and none of
        one side alone, unless a colon shows that it leads in."""
        is_lone = not (all(texts) or any(map(introduces, texts)))
        if is_lone or do_point(texts, self.pointing, lead_in=True):
            return "", ""
        openers = self.model.native_openers, self.model.target_openers
        return without_joinings(texts, self.pointing, openers, self.languages)

    def _do_headings_lead_in(self, native: Fact, target: Fact, sentences: tuple[str, str]) -> bool:
        """Whether headings may stand in for a sentence: those that recur through a corpus, which could stand above
        anything, only above phrases, nor any above the phrases that such a sentence goes on with."""
        recurs = (
            normalised(native.heading) in self.model.native_headings
            or normalised(target.heading) in self.model.target_headings
        )
        are_phrases = not (says_alone(native.answer) and says_alone(target.answer))
        return not any(sentences) if are_phrases else not recurs


def _may_make_card(bead: Bead) -> bool:
    """Whether a bead is a pair, or one if a doubt is settled."""
    return bead.is_pair or is_in_doubt(bead)


def _drop_asides(fact: Fact) -> Fact:
    return replace(fact, answer=without_asides(fact.answer))


def _shorten(fact: Fact, end: int) -> Fact:
    return replace(fact, answer=fact.answer[:end].rstrip(), rest=fact.answer[end:].strip())
