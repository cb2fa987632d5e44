"""Two versions of one article -> beads: facts that say the same, each with the probability that they do.

A wrong pair teaches a falsehood, so doubt makes no pair: such a bead carries its reason, or one side alone. Nothing is
decided by equal counts or by position alone, since each version may have lost something else; the evidence is in
`evidence`, what the corpus teaches in `model`, how lists are aligned in `alignment`, what the evidence comes to
in `confidence`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from flashgen.kinds import KINDS
from flashgen.language.doubled_words import Conjunctions
from flashgen.language.text_types import asks_without_mark, is_question, normalised
from flashgen.pairing.beads import FactList, PairContext, PivotFacts, align
from flashgen.pairing.doubled_words import NONE_KNOWN, with_words_said_once
from flashgen.pairing.figures import contradicting_figures
from flashgen.pairing.item_labels import pair_labels, sentence_endings, without_statements
from flashgen.pairing.model import TranslationModel
from flashgen.pairing.omissions import NOT_TELLING, STATES
from flashgen.pairing.reasons import NOTHING_IN_COMMON, PINS_DIFFER, REPEATED, SAME_TEXT
from flashgen.pairing.unmarked_questions import with_unmarked_questions
from flashgen.pairing.untranslated import with_copies_told
from flashgen.pairing.word_lists import pair_word_lists
from flashgen.record import Record, replace
from flashgen.records.facts import Fact, Version
from flashgen.records.pairs import Bead, Reason

NEEDED = 0.96
"""The confidence from which a bead makes a note, unless the configuration says otherwise."""


_NOTHING_IN_COMMON = Reason(NOTHING_IN_COMMON)
_NO_DEFINITION = Reason("the description of one version does not define its thing", is_choice=True)
_OF_ALL = 0.5
"""The share of articles from which a heading that recurs is one that all of them are meant to have."""


class PivotVersion(Record):
    """A version in a pivot language, with what is known of that language and the two of the deck."""

    version: Version
    from_native: TranslationModel
    to_target: TranslationModel


def no_pivots() -> Sequence[PivotVersion]:
    """For articles that exist in two languages only."""
    return ()


def take_first(readings: Iterable[list[Bead]]) -> list[Bead]:
    """The reading that is preferred where nothing else is known."""
    return next(iter(readings))


def pair_articles(
    native: Version,
    target: Version,
    kinds: Iterable[str],
    model: TranslationModel | None = None,
    read_pivots: Callable[[], Sequence[PivotVersion]] = no_pivots,
    needed: float = NEEDED,
    choose: Callable[[Iterable[list[Bead]]], list[Bead]] = take_first,
    joining: tuple[Conjunctions, Conjunctions] = NONE_KNOWN,
) -> tuple[Bead, ...]:
    """The beads of an article, by kind, in document order; facts without a partner come as one-sided beads.

    `read_pivots` reads versions in pivot languages; it is called only where the two leave a doubt. `choose` takes one
    of several readings of a kind that both versions have, each of which is paired when it is asked for; where there is
    one only, `choose` is not called, since it may look at each bead closely. `joining` are the words of both languages
    that join others.
    """
    model = model or TranslationModel()
    native, target, words = pair_word_lists(*with_unmarked_questions(native, target))
    context = PairContext(native.document.slug, model, model.ratio_for(native, target))
    pivots = lru_cache(maxsize=1)(read_pivots)

    def aligned(kind: str, reading: str) -> list[Bead]:
        def pivot_facts() -> list[PivotFacts]:
            return [
                PivotFacts(pivot.version.tokens[reading], pivot.from_native, pivot.to_target)
                for pivot in pivots()
                if pivot.version.facts[reading]
            ]

        ours, theirs = _fact_list(native, reading), _fact_list(target, reading)
        beads = align(kind, ours, theirs, context, pivot_facts, needed)
        return [_judged(with_words_said_once(bead, joining), model) for bead in beads]

    beads: list[Bead] = []
    for kind in kinds:
        beads += [_judged(word, model) for word in words if word.kind == kind]
        readings = KINDS[kind].readings
        common = [reading for reading in readings if native.facts[reading] and target.facts[reading]]
        if len(common) > 1:
            common.sort(key=lambda reading: not _names_question(reading, native, target))
            beads.extend(choose(aligned(kind, reading) for reading in common))
        elif common or len(readings) == 1:
            beads.extend(aligned(kind, (common or readings)[0]))
        elif readings:
            beads.extend(_without_common_reading(kind, native, target))
    has_words = any(KINDS[bead.kind].is_nominal for bead in beads)
    endings = sentence_endings(native) | sentence_endings(target) if has_words else frozenset[str]()
    settled = [
        without_statements(_judged(bead, model), endings) if KINDS[bead.kind].is_nominal else bead
        for bead in pair_labels(beads)
    ]
    return _without_repetitions(list(with_copies_told(settled)))


def _names_question(reading: str, native: Version, target: Version) -> bool:
    """Whether either version tells at once of what is asked, as it is read so."""
    return any(fact.names_question for version in (native, target) for fact in version.facts[reading])


def _recurs(bead: Bead, model: TranslationModel) -> bool:
    """Whether what asks for a fact is what most articles of a corpus are asked: they are written to tell it."""
    recurring = {"native": model.native_headings, "target": model.target_headings}
    return all(recurring[side].get(normalised(fact.question), 0.0) >= _OF_ALL for side, fact in bead.sides)


def _asked_by_recurrence(bead: Bead) -> Bead:
    """The bead of a heading that recurs, whether or not its text takes up a word of it."""
    native, target = (fact and replace(fact, names_question=False) for fact in (bead.native, bead.target))
    return replace(bead, native=native, target=target)


def _states(bead: Bead) -> bool:
    """Whether what stands for a question on both sides is none, as a mark would show on one side at least."""
    kind, headings = KINDS[bead.kind], [fact.question for _, fact in bead.sides]
    if not kind.has_question or kind.needs_telling_question or any(map(is_question, headings)):
        return False
    return not all(map(asks_without_mark, headings))


def _fact_list(version: Version, reading: str) -> FactList:
    return FactList(version.facts[reading], version.tokens[reading], reading)


def _without_common_reading(kind: str, native: Version, target: Version) -> list[Bead]:
    """A description is paired with a description, or an opening with an opening; never one with the other.

    Where both versions have a description, one of them is no definition: nobody has to write another.
    """
    alone = _NO_DEFINITION if native.description and target.description else _NOTHING_IN_COMMON
    ours, theirs = (
        [fact for reading in KINDS[kind].readings for fact in version.facts[reading]][:1]
        for version in (native, target)
    )
    return [*(Bead(kind, fact, None, alone) for fact in ours), *(Bead(kind, None, fact, alone) for fact in theirs)]


def _judged(bead: Bead, model: TranslationModel) -> Bead:
    """The bead, with a reason where its two sides should not be studied as a pair."""
    if KINDS[bead.kind].needs_telling_question:
        if _recurs(bead, model):
            bead = _asked_by_recurrence(bead)
        elif not any(fact.names_question for _, fact in bead.sides):
            # "Special considerations" could be answered by anything; where one version takes up what its heading
            # names, the other says the same, with whatever word for it
            return replace(bead, reason=NOT_TELLING)
    if bead.native is None or bead.target is None:
        return bead
    if _states(bead):
        return replace(bead, reason=STATES)
    reason = _contradiction(bead.native, bead.target)
    if not reason and normalised(bead.native.answer) == normalised(bead.target.answer):
        reason = Reason(SAME_TEXT)
    return replace(bead, reason=reason) if reason else bead


def _contradiction(native: Fact, target: Fact) -> Reason | None:
    """Why two facts cannot say the same. None where they may.

    The pin of a heading is an anchor, too, which many translate with it.
    """
    if native.pin and target.pin and native.pin != target.pin and not KINDS[native.kind].has_question:
        return Reason(PINS_DIFFER, f"{{#{native.pin}}} and {{#{target.pin}}}")
    return contradicting_figures(native, target)


def _without_repetitions(beads: list[Bead]) -> tuple[Bead, ...]:
    """A fact that an article states twice is taken once: a later bead that repeats an earlier one is marked."""
    seen: set[tuple[str, str, str]] = set()
    kept: list[Bead] = []
    for bead in beads:
        if bead.is_pair and KINDS[bead.kind].may_be_repeated:
            keys: set[tuple[str, str, str]] = {(side, *_identity(fact)) for side, fact in bead.sides}
            if KINDS[bead.kind].is_nominal:  # a word with its translation, whatever is said of it
                native, target = (normalised(fact.answer) for _, fact in bead.sides)
                keys.add(("both", native, target))
            if keys & seen:
                bead = replace(bead, reason=Reason(REPEATED))
            seen |= keys
        kept.append(bead)
    return tuple(kept)


def _identity(fact: Fact) -> tuple[str, str]:
    """What makes two facts one; short list items ("Cost") are told apart by their lead-ins.

    Of an opening, the first paragraph is what a card shows.
    """
    text = normalised(fact.answer.split("\n", 1)[0] if KINDS[fact.kind].is_single else fact.answer)
    return (text, normalised(fact.context) if len(text) < 25 else "")
