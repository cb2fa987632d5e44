"""Why a pair that is in order is not asked all the same: a learner would not keep its card.

A card stands alone. What it asks must be answered by what it shows, and nothing on it may speak of what is not there.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from flashgen.kinds import KINDS, is_asked_by_recurrence
from flashgen.language import marks
from flashgen.language.numbers import figures, percentages
from flashgen.language.openers import first_sentence, leaning, points_back, rough_sentences
from flashgen.language.text_types import FROM_MEMORY, ends_sentence, gives_away, is_question, weight, word_count
from flashgen.language.word_forms import (
    find_words,
    folded,
    form_tests,
    letters_beside,
    share_a_form,
    share_a_word,
)
from flashgen.pairing.model import TranslationModel
from flashgen.records.facts import BlockIndex, Fact
from flashgen.records.pairs import Bead, Reason

NOT_TELLING = Reason("its heading does not tell what is asked", is_choice=True)
STATES = Reason("its heading states something, and asks nothing", is_choice=True)
SENDS_ELSEWHERE = Reason("sends its reader elsewhere, and says no more", is_choice=True)
_CIRCULAR = Reason("explains its title by the title", is_choice=True)
UNEVEN = Reason("one side of the card would say more than the other", is_choice=True)
_CUT_SHORT = Reason("a card would hold less than half of what its heading asks for", is_choice=True)
_ONE_HALF = Reason("compares two things, and a card would tell of one", is_choice=True)
_PART_OF_LIST = Reason("a list answers, and a card would hold only a part of it", is_choice=True)
_ESSAY = Reason("an essay answers, of which a card would hold a sentence or two", is_choice=True)
_ONLY_ASKS = Reason("asks something, and the answer is not on the card", is_choice=True)
_OTHER_SHARE = Reason("its question is about another percentage than its answer", is_choice=True)
_PART_OF_SENTENCE = Reason("a numbered part of a sentence, which nothing leads in to", is_choice=True)
_PHRASE = Reason("a phrase that nothing leads in to", is_choice=True)
_NOTHING_LEADS_IN = Reason("what leads in to it is not on the card", is_choice=True)
_ENUMERATION = Reason("enumerates more than a card holds", is_choice=True)
_EXAMPLE = Reason("an example, and what it is one of is not on the card", is_choice=True)
_LEANING = Reason("speaks of what was said before it", is_choice=True)
_GIVEN_AWAY = Reason("one side of the card would give the other away", is_choice=True)
_UNUSED_TITLE = Reason("would be asked for by a title that the text does not use", is_choice=True)

_LITTLE = 20
"""Letters beside a title's words with fewer of which a text that says these twice says nothing of the thing."""
_LEANS = 3.5
"""Log odds (nats) of both sides together from which a text leans on what was said before it."""
_POINTS, _BOTH_POINT = 1.0, 2.8
"""The same of each side, and of both together, from which a word within a text points at what was said before it."""
_SHORTEST_SENTENCE, _UNMARKED_SENTENCE = 4, 8
"""Words from which a text may be a sentence: with a full stop, and without one, as the items of many lists are."""
_COMMA = re.compile(rf"[{marks.COMMAS}](?!\d)")
_COMMAS = 5
"""Commas of one language that part a row of six things; the other may join two of them otherwise."""
_BULLET = "• "
_CLOSING_QUOTES = tuple('"”“»«」』')
"""Signs that close a quotation in one language or another."""
_LONGEST_ANSWER = 1200
"""What the text that answers a question weighs at most."""
_LEAD_IN = 200
"""Characters of a line that leads in to a list rather than answering."""


def why_omitted(
    bead: Bead, model: TranslationModel, titles_are_used: bool, of_phrases: frozenset[BlockIndex],
    titles: tuple[str, str] = ("", ""), whole: int = 260,
) -> Reason | None:  # fmt: skip
    """Why the pair, as a card would show it, is better not asked; None where it may be. `whole`: what a card holds."""
    facts = [fact for _, fact in bead.sides]
    checks = (
        (_CUT_SHORT, _is_cut_short(facts)),
        (_ONE_HALF, any(map(_tells_one_half, facts, titles))),
        (_PART_OF_LIST, any(map(_breaks_off_list, facts))),
        (_ESSAY, all(map(_answers_in_essay, facts))),
        (_ONLY_ASKS, all(map(_only_asks, facts))),
        (_OTHER_SHARE, all(map(_answers_another_share, facts))),
        (_PART_OF_SENTENCE, any(map(_is_part_of_sentence, facts))),
        (_NOTHING_LEADS_IN, any(_misses_lead_in(fact, whole) for fact in facts)),
        (_PHRASE, any(map(_is_phrase_alone, facts)) or (_is_in(facts[0], of_phrases))),
        (_ENUMERATION, _enumerates(facts)),
        (_EXAMPLE, all(map(_is_quoted_example, facts))),
        (_LEANING, _leans(bead, model)),
        (_GIVEN_AWAY, not KINDS[bead.kind].is_in_one_language and gives_away(facts[0].answer, facts[1].answer)),
        (_CIRCULAR, KINDS[bead.kind].is_single and any(map(_is_circular, titles, (fact.answer for fact in facts)))),
        (_UNUSED_TITLE, not titles_are_used and any(map(_needs_title, facts))),
    )
    return next((reason for reason, is_met in checks if is_met), None)


def is_led_in(fact: Fact) -> bool:
    """Whether its card asks with a lead-in above it."""
    return KINDS[fact.kind].is_led_in


def _is_cut_short(facts: Sequence[Fact]) -> bool:
    """Whether a heading that recurs asks, and most of the text beneath it is not on the card.

    A text that takes up what its heading names says what that is in its first sentence; so does its translation, with
    whatever word for it.
    """
    if not is_asked_by_recurrence(facts[0].kind, (fact.names_question for fact in facts)):
        return False
    return any(len(fact.rest) > len(fact.answer) for fact in facts)


def _tells_one_half(fact: Fact, title: str) -> bool:
    """Whether a text compares its article's thing with another that its heading names, and a card holds what it says
    of the one alone: "The mill differs from the oven. The mill grinds.", of "Mill and oven"."""
    if not (fact.rest and fact.names_question):
        return False
    beside = " ".join(word for word in find_words(fact.question) if not share_a_word(word, title))
    *before, last = rough_sentences(fact.answer) or [""]
    if not share_a_word(title, last) or share_a_form(beside, last):
        return False
    return any(share_a_form(beside, one) for one in before) and share_a_form(beside, first_sentence(fact.rest))


def _breaks_off_list(fact: Fact) -> bool:
    """Whether a question is answered by a list that the card holds not at all, or in part: what follows of the answer
    is the list, or a line that leads in to it."""
    if not KINDS[fact.kind].has_question:
        return False
    first, *others = fact.rest.split("\n")
    return first.startswith(_BULLET) or (len(first) <= _LEAD_IN and bool(others) and others[0].startswith(_BULLET))


def _answers_in_essay(fact: Fact) -> bool:
    """Whether a question is answered at such length that what it begins with seldom answers."""
    kind = KINDS[fact.kind]
    length = weight(fact.answer, _LONGEST_ANSWER) + weight(fact.rest, _LONGEST_ANSWER)
    return kind.has_question and not kind.needs_telling_question and length > _LONGEST_ANSWER


def _only_asks(fact: Fact) -> bool:
    """Whether an item was cut behind a question: what it says to that is not on the card."""
    return is_led_in(fact) and bool(fact.rest) and is_question(fact.answer)


def _answers_another_share(fact: Fact) -> bool:
    """Whether a question about 40 % is answered with 37 %: the way from one to the other is not on the card."""
    asked = percentages(fact.question) if KINDS[fact.kind].has_question else frozenset()
    told = percentages(f"{fact.answer} {fact.rest}") if asked else frozenset()
    return bool(told) and asked.isdisjoint(told)


def _misses_lead_in(fact: Fact, whole: int) -> bool:
    """Whether an item stands behind text of which the card shows nothing; what is too long anyway misses nothing."""
    is_alone = fact.follows_text and is_led_in(fact) and not fact.context
    return is_alone and weight(fact.answer, whole) <= whole


def _is_part_of_sentence(fact: Fact) -> bool:
    return bool(fact.number) and is_led_in(fact) and not fact.context and not ends_sentence(fact.answer)


def _is_in(fact: Fact, lists: frozenset[BlockIndex]) -> bool:
    return is_led_in(fact) and not fact.context and fact.block_index in lists


def lists_of_phrases(beads: Iterable[Bead]) -> frozenset[BlockIndex]:
    """The native lists with nothing that leads in to them, half of whose pairs are phrases: so are the others."""
    found: defaultdict[BlockIndex, list[tuple[Fact, Fact]]] = defaultdict(list)
    for bead in beads:
        if bead.native and bead.target and KINDS[bead.kind].is_list_item:
            found[bead.native.block_index].append((bead.native, bead.target))
    phrases = {index: sum(any(map(_is_phrase_alone, pair)) for pair in pairs) for index, pairs in found.items()}
    return frozenset(index for index, pairs in found.items() if phrases[index] * 2 >= len(pairs))


def _is_phrase_alone(fact: Fact) -> bool:
    """Whether a few words stand beneath the prompt alone: "What belongs to X? Head of household." """
    return is_led_in(fact) and not fact.context and not may_be_sentence(fact.answer)


def says_alone(text: str) -> bool:
    """Whether a text is a sentence rather than the end of one."""
    return ends_sentence(text) or may_be_sentence(text)


def may_be_sentence(text: str) -> bool:
    """Whether a text is long enough for a sentence: with a full stop or, as the items of many lists are, without."""
    return word_count(text) >= (_SHORTEST_SENTENCE if ends_sentence(text) else _UNMARKED_SENTENCE)


def _enumerates(facts: Sequence[Fact]) -> bool:
    """Whether a sentence to be translated is a row of six things or more, and too long to be said from memory."""
    texts = [fact.answer for fact in facts]
    if not is_led_in(facts[0]) or all(weight(text, FROM_MEMORY) <= FROM_MEMORY for text in texts):
        return False
    counts = [len(_COMMA.findall(text)) for text in texts]
    return min(counts) >= _COMMAS - 1 and max(counts) >= _COMMAS


def _is_quoted_example(fact: Fact) -> bool:
    """Whether a text under the prompt alone is something quoted behind a pictogram: it shows how to, or how not to."""
    if not is_led_in(fact) or fact.context or not fact.answer.endswith(_CLOSING_QUOTES):
        return False
    return unicodedata.category(fact.answer[0]) == "So"


def _leans(bead: Bead, model: TranslationModel) -> bool:
    """Whether both sides speak of what was said before, and no question or label on the card says it.

    They begin with a word that does ("this", "however"), or hold one in their first sentence ("externalises this
    task"), which a lead-in may explain.
    """
    if bead.native is None or bead.target is None:
        return False
    kind = KINDS[bead.kind]
    if bead.native.label or (kind.has_question and not kind.needs_telling_question):
        return False
    native, target = bead.native.answer, bead.target.answer
    ours, theirs = leaning(native, model.native_openers), leaning(target, model.target_openers)
    if min(ours, theirs) > 0 and ours + theirs >= _LEANS:
        return True
    if bead.native.context:
        return False
    ours = points_back(native, model.native_openers, model.native_followers)
    if ours < _POINTS:
        return False
    theirs = points_back(target, model.target_openers, model.target_followers)
    return theirs >= _POINTS and ours + theirs >= _BOTH_POINT


def _is_circular(title: str, text: str) -> bool:
    """Whether a text explains a title by the title's own words: "Chaos engineering of security is an engineering that
    is based on chaos engineering." """
    tests = form_tests(title)
    uses = [word for word in map(folded, find_words(text)) if any(test(word) for test in tests)]
    # who gives a number ("which holds less than 20 % of water") says what sets the thing apart
    return len(uses) > len(tests) > 1 and letters_beside(title, text) < _LITTLE and not figures(text)


def _needs_title(fact: Fact) -> bool:
    return KINDS[fact.kind].is_single and not fact.question
