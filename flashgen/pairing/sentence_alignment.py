"""Two texts that say the same -> where both may be cut: sentence boundaries at which the same has been said in both.

Sentences are aligned one to one, one to two and two to one, or left out, as by Gale and Church ("A Program for Aligning
Sentences", 1993), but with the evidence of `evidence` beside their lengths; all such paths are summed over, so that
each boundary has a probability. Counting sentences would not do: translators join and part them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from flashgen.language.sentences import sentence_ends
from flashgen.language.text_types import introduces
from flashgen.pairing.alignment import add_logarithms
from flashgen.pairing.confidence import item_odds
from flashgen.pairing.evidence import joined, tokenise, weigh
from flashgen.pairing.model import TranslationModel
from flashgen.record import Record
from flashgen.records.facts import TokenisedText

_STEPS = {(1, 1): 0.89, (1, 2): 0.04, (2, 1): 0.04, (1, 0): 0.01, (0, 1): 0.01}
"""How often so many sentences of one side stand for so many of the other; after Gale and Church, table 5, without
two for two: a cut between them is as good where they stand in order."""
_MOST_OF_STEP = 2
"""Sentences of one side by those of the other, of the longest step."""
_LOG_STEPS = {step: math.log(share) for step, share in _STEPS.items()}
_MOST = 40
"""Sentences of a text that are aligned at most; a card shows a few."""
_NEVER = -1e18
_PAIRED = (("(", ")"), ("（", "）"), ("[", "]"), ("«", "»"), ("「", "」"), ("『", "』"), ("“", "”"))
_BEFORE_FIGURE = re.compile(r"(?<=[^\W\d_]{5}[.!?]) (?=\d)")
_SAID_BEFORE = 2.0
"""How much worse (nats) the last sentence of a text may fit with what the other goes on with, to hold that, too."""
_GLOSS = re.compile(r" ?[(（][^()（）]*[)）]")
"""What stands in brackets: often the word in another language, which the other side has no use for."""


class Cut(Record):
    """A place where both texts may be cut: `native_text[:native]` says what `target_text[:target]` says."""

    native: int
    target: int
    native_sentences: int
    """How many sentences stand before the cut."""
    target_sentences: int
    probability: float
    """How sure it is (0 to 1) that both sides have said the same up to here."""
    piece_odds: float = 0.0
    """The log odds (nats) that both say the same between the place before and this one; 0 where that is no sentence of
    either side, or more than the other's one or two could stand for."""

    @property
    def is_behind_first(self) -> bool:
        """Whether one sentence of each side stands before it."""
        return self.native_sentences == self.target_sentences == 1


def find_cuts(
    native: str, target: str, languages: tuple[str, str], model: TranslationModel, sources: frozenset[str]
) -> tuple[Cut, ...]:
    """The boundaries at which both texts may be cut, in order, the end of both last.

    `sources` name the lists or sections that the texts stand in, so that these do not speak for themselves. Nothing
    where the sentences of a text could not be located in it.
    """
    ours, theirs = _ends(native, languages[0]), _ends(target, languages[1])
    if not ours or not theirs or max(len(ours), len(theirs)) > _MOST:
        return ()
    ours, theirs = _with_doubtful(ours, native, len(theirs)), _with_doubtful(theirs, target, len(ours))
    if len(ours) == len(theirs) == 1:
        return (Cut(ours[0], theirs[0], 1, 1, 1.0),)
    ratio = model.ratio or len(_GLOSS.sub("", target)) / max(1, len(_GLOSS.sub("", native)))
    odds = _span_odds(_spans(native, ours), _spans(target, theirs), model, sources, ratio)
    forward, backward = _sums(odds, len(ours), len(theirs))
    total = forward[len(ours)][len(theirs)]
    places = [
        (i, j)
        for i in range(1, len(ours) + 1)
        for j in range(1, len(theirs) + 1)
        if forward[i][j] + backward[i][j] - total > math.log(0.5)
    ]
    places = _without_half_said(places, (native, target), (ours, theirs), model, sources)
    return tuple(
        Cut(
            ours[i - 1], theirs[j - 1], i, j, min(1.0, math.exp(forward[i][j] + backward[i][j] - total)),
            odds.get((before_i, i - before_i, before_j, j - before_j), 0.0),
        )
        for (before_i, before_j), (i, j) in pairwise([(0, 0), *places])
    )  # fmt: skip


def _without_half_said(
    places: list[tuple[int, int]], texts: tuple[str, str], ends: tuple[list[int], list[int]], model: TranslationModel,
    sources: frozenset[str],
) -> list[tuple[int, int]]:  # fmt: skip
    """The places without those at which one text is at its end, and the other goes on with what the one has said.

    No step joins three sentences: "..., a shared pool of patents, or look at other licences" may be three of Japanese.
    """
    last = places[-1]
    at_end = next(number for number, place in enumerate(places) if place[0] == last[0] or place[1] == last[1])
    if places[at_end] == last or not model.ratio:
        return places
    native, target = (
        [
            tokenise(_without_glosses(text[own[before - 1] if before else 0 : stop]))
            for stop in dict.fromkeys((own[done - 1], own[-1]))
        ]
        for text, own, before, done in zip(
            texts, ends, places[at_end - 1] if at_end else (0, 0), places[at_end], strict=True
        )
    )
    evidence = weigh(native, target, model.lexicon, sources, model.ratio)
    whole = item_odds(evidence.of(len(native) - 1, len(target) - 1))
    return [*places[:at_end], last] if whole > item_odds(evidence.of(0, 0)) - _SAID_BEFORE else places


def is_whole(text: str, end: int) -> bool:
    """Whether a text that ends there is closed: it promises nothing that does not follow, and no quotation is open."""
    kept = text[:end].rstrip()
    if end == len(text):
        return True
    is_closed = all(kept.count(opening) <= kept.count(closing) for opening, closing in _PAIRED)
    return is_closed and kept.count('"') % 2 == 0 and not introduces(kept)


def _ends(text: str, language: str) -> list[int]:
    """Where the sentences of all paragraphs end; nothing where one could not be located in the text."""
    found: list[int] = []
    start = 0
    for paragraph in text.split("\n"):
        ends = sentence_ends(paragraph, language)
        if ends is None:
            return []
        found.extend(start + end for end in ends)
        start += len(paragraph) + 1
    return found


def _with_doubtful(ends: list[int], text: str, partners: int) -> list[int]:
    """The ends of a text's sentences, with those before figures where it has as many as its partner then.

    Languages that write "the 8. of May" leave open whether a sentence ends before a figure; the partner's tell.
    """
    if len(ends) >= partners:
        return ends
    found = sorted({*ends, *(stop.start() for stop in _BEFORE_FIGURE.finditer(text))})
    return found if len(found) == partners else ends


def _spans(text: str, ends: Sequence[int]) -> dict[tuple[int, int], TokenisedText]:
    """Runs of one and of two sentences, by (first sentence, sentences)."""
    starts = [0, *ends[:-1]]
    alone = [tokenise(_without_glosses(text[start:end])) for start, end in zip(starts, ends, strict=True)]
    found = {(first, 1): one for first, one in enumerate(alone)}
    for first, (one, other) in enumerate(pairwise(alone)):
        both = text[starts[first] : ends[first + 1]]
        behind = text[ends[first] : ends[first + 1]].lstrip()
        # tokens do not reach over a place where letters follow; numbers may, and so do brackets
        is_parted = behind[:1].isalpha() and not _GLOSS.search(both)
        found[first, 2] = joined(one, other, len(both.strip())) if is_parted else tokenise(_without_glosses(both))
    return found


def _without_glosses(text: str) -> str:
    return _GLOSS.sub("", text).strip()


Odds = dict[tuple[int, int, int, int], float]
"""(first native sentence, how many, first target sentence, how many) -> log odds that they say the same."""


def _span_odds(
    native: dict[tuple[int, int], TokenisedText], target: dict[tuple[int, int], TokenisedText],
    model: TranslationModel, sources: frozenset[str], ratio: float,
) -> Odds:  # fmt: skip
    evidence = weigh(list(native.values()), list(target.values()), model.lexicon, sources, ratio)
    return {
        (i, count, j, other): max(-8.0, min(8.0, item_odds(evidence.of(row, column))))
        for row, (i, count) in enumerate(native)
        for column, (j, other) in enumerate(target)
        if count * other <= _MOST_OF_STEP
    }


def _sums(odds: Odds, rows: int, columns: int) -> tuple[list[list[float]], list[list[float]]]:
    """(forward, backward): logarithms of the sums over all paths from the beginning, and to the end."""
    forward = [[_NEVER] * (columns + 1) for _ in range(rows + 1)]
    backward = [[_NEVER] * (columns + 1) for _ in range(rows + 1)]
    forward[0][0] = backward[rows][columns] = 0.0
    for i in range(rows + 1):
        for j in range(columns + 1):
            for (a, b), share in _LOG_STEPS.items():
                if i >= a and j >= b and forward[i - a][j - b] > _NEVER / 2:
                    value = share + odds.get((i - a, a, j - b, b), 0.0)
                    forward[i][j] = add_logarithms(forward[i][j], forward[i - a][j - b] + value)
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            for (a, b), share in _LOG_STEPS.items():
                if i + a <= rows and j + b <= columns and backward[i + a][j + b] > _NEVER / 2:
                    value = share + odds.get((i, a, j, b), 0.0)
                    backward[i][j] = add_logarithms(backward[i][j], backward[i + a][j + b] + value)
    return forward, backward
