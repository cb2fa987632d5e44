"""What one side says more: a clause or a sentence for which nothing stands on the other side.

Three things must come together, since none of them is enough alone (docs/quality.md): the text is longer than its
partner lets expect, by about that clause; the words of the clause have no counterparts there; and what stands there has
all of its counterparts in the rest of the text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from flashgen.language import marks
from flashgen.language.sentences import sentence_ends
from flashgen.language.text_types import normalised
from flashgen.pairing.evidence import Comparison, length_distance, tokenise, weigh
from flashgen.pairing.lexicon import Lexicon
from flashgen.pairing.model import TranslationModel
from flashgen.pairing.reasons import SAYS_MORE
from flashgen.pairing.sources import learnt_from
from flashgen.record import Record, replace
from flashgen.records.facts import Fact, TokenisedText
from flashgen.records.pairs import Bead, Reason

_IN_BRACKETS = re.compile("[(（][^()（）]*[)）]")
"""What may be left out: mostly what a thing is called in another language."""
_CLAUSE_END = re.compile(f"[{marks.ENDS}{marks.PARTING}{marks.COLONS}–—]")
_MARKUP = re.compile(r"[<>{}\[\]\\]")
"""Signs of code and markup, which is no clause of a language and has no counterpart to be looked for."""
_CLAUSES = 4
"""Clauses in a row that are looked at as one, at most."""
_NEEDED = 3.8
"""Nats from which a clause is taken for one that the other side lacks."""
_SENTENCE = 1.5
"""What it is worth, in nats, that it is a whole sentence, and the other side has fewer of them."""
_EXCESS = 0.7, 1.6
"""How much longer a text is than expected, in lengths of what it says more."""
_LEAST_DISTANCE = 0.6
"""The difference of the lengths, as in `Evidence`, from which a text is looked at."""


class _Side(Record):
    """A fact as it is held against its partner."""

    text: str
    """Its answer, without what stands in brackets."""
    partner: Fact
    languages: tuple[str, str]
    """Its own, and the partner's."""
    there: TokenisedText
    """All that the partner's card shows."""
    lexicon: Lexicon
    """From its language to the partner's."""
    unit: float
    """By which lengths of its texts are multiplied, and the partner's divided, to be of one measure."""
    sources: frozenset[str]
    """Which must not speak for it."""

    @property
    def excess(self) -> float:
        """How much longer it is than the partner lets expect."""
        return len(self.text) * self.unit - len(self.partner.answer) / self.unit

    def distance(self, length: int) -> float:
        """How far such a length of its text is from what the partner lets expect, as in `Evidence`."""
        return length_distance(len(self.partner.answer) / self.unit, length * self.unit)

    def weigh(self, text: str) -> Comparison:
        return weigh([tokenise(text)], [self.there], self.lexicon, self.sources, 1.0)


def withhold_surplus(
    beads: Iterable[Bead],
    slug: str,
    languages: tuple[str, str],
    model: TranslationModel,
    published: frozenset[tuple[str, str]] = frozenset(),
) -> tuple[Bead, ...]:
    """The beads as cards show them; where one side says a clause more, with that reason.

    What a person confirmed stays, and so does what was `published` (normalised texts of either side), since another
    corpus teaches something else. Where the corpus is too small to tell how much longer one language is, nothing is
    withheld.
    """
    if not model.ratio:
        return tuple(beads)
    unit = math.sqrt(model.ratio)
    lexicons = model.lexicon, model.lexicon.opposite

    def withheld(bead: Bead) -> Bead:
        if (pair := bead.pair) is None or bead.is_confirmed:
            return bead
        ours, theirs = pair
        views = (
            (ours, theirs, languages, lexicons[0], unit),
            (theirs, ours, languages[::-1], lexicons[1], 1 / unit),
        )
        for fact, partner, tags, lexicon, measure in views:
            is_longer = _is_longer(len(fact.answer) * measure, len(partner.answer) / measure)
            if (
                is_longer
                and not _MARKUP.search(fact.answer)
                and (more := _surplus(_side(slug, fact, partner, tags, lexicon, measure)))
            ):
                is_published = (normalised(ours.answer), normalised(theirs.answer)) in published
                return bead if is_published else replace(bead, reason=Reason(SAYS_MORE, more))
        return bead

    return tuple(map(withheld, beads))


def _is_longer(length: float, expected: float) -> bool:
    """Whether a text is so long that it may say more: of most texts, this is all that has to be asked."""
    return length > expected and length_distance(expected, length) >= _LEAST_DISTANCE


def _side(slug: str, fact: Fact, partner: Fact, languages: tuple[str, str], lexicon: Lexicon, unit: float) -> _Side:
    shown = (partner.answer, partner.question, partner.label, partner.context, partner.rest)
    text = _IN_BRACKETS.sub("", fact.answer)
    there = tokenise("\n".join(shown))
    return _Side(text, partner, languages, there, lexicon, unit, learnt_from(slug, [fact]))


def _surplus(side: _Side) -> str:
    """The clause for which nothing stands on the other side; empty where none is found."""
    if not _is_longer(len(side.text) * side.unit, len(side.partner.answer) / side.unit):
        return ""
    whole = side.weigh(side.text)
    found = max(((_nats(side, start, end, whole), start, end) for start, end in _clauses(side)), default=None)
    if found is None or found[0] < _NEEDED:
        return ""
    return side.text[found[1] : found[2]].strip()


def _nats(side: _Side, start: int, end: int, whole: Comparison) -> float:
    """How much speaks for a clause being one that the other side lacks."""
    length = len(side.text)
    clause, rest = side.text[start:end], f"{side.text[:start]} {side.text[end:]}"
    nearer = side.distance(length) - side.distance(length - len(clause))
    if nearer <= 0:
        return 0.0
    without = side.weigh(rest)
    all_there = whole.target.support[0][0]
    expected = all_there * len(clause) / length
    has_there = max(0.0, all_there - without.target.support[0][0])
    has_here = max(0.0, whole.native.support[0][0] - without.native.support[0][0])
    return nearer / 2 + expected - has_there - has_here + _SENTENCE * _is_sentence(side, start, end)


def _is_sentence(side: _Side, start: int, end: int) -> bool:
    """Whether it is whole sentences, and the other side has fewer of them."""
    ends = sentence_ends(side.text.rstrip(), side.languages[0])
    others = sentence_ends(side.partner.answer, side.languages[1])
    if ends is None or others is None or len(ends) <= len(others):
        return False
    edges = {0, *ends}
    return len(side.text[:start].rstrip()) in edges and len(side.text[:end].rstrip()) in edges


def _clauses(side: _Side) -> Iterator[tuple[int, int]]:
    """The beginnings and ends of what may be said more: of about the length that is too much."""
    text = side.text
    ends = sorted({0, *(match.end() for match in _CLAUSE_END.finditer(text)), len(text)})
    for place, start in enumerate(ends):
        for end in ends[place + 1 : place + 1 + _CLAUSES]:
            length = (end - start) * side.unit
            if end - start < len(text) and _EXCESS[0] * length <= side.excess <= _EXCESS[1] * length:
                yield start, end
