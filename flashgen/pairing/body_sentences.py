"""Two versions of an article -> sentences of its body that say the same, as people mine them from parallel texts.

Where sections have one shape, their paragraphs stand opposite each other; within two such paragraphs, a sentence is
paired with a sentence where both boundaries are sure and nothing was joined or parted between them. Place alone is no
proof: each paragraph and each sentence must also have words that speak for the pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from flashgen.language.text_types import FROM_MEMORY, ends_sentence, is_formula, normalised, weight, word_count
from flashgen.pairing.confidence import item_odds
from flashgen.pairing.evidence import tokenise, weigh
from flashgen.pairing.model import TranslationModel, opposite_sections
from flashgen.pairing.sentence_alignment import find_cuts
from flashgen.pairing.sources import source_of
from flashgen.record import Record
from flashgen.records.documents import Document, Inline
from flashgen.records.facts import BlockIndex, Fact, SectionTexts, Version
from flashgen.records.location import Location
from flashgen.records.pairs import Bead

SENTENCE = "sentence"
"""The kind of fact that a sentence of the body is."""
_SURE = 0.95
"""The probability that each boundary of a sentence must have."""
_SHORTEST = 25
"""What a sentence weighs that does not say too little alone."""
_FEWEST_WORDS = 5
"""A text of fewer is a label or an item that lost its mark."""
_BEGINNING = 20
"""A link that stands before so many characters begins its sentence, an article or a preposition aside."""
_MOST_TOGETHER = 500
"""Texts that are weighed against each other: their number squared is the work of it."""
_LIST_MARKS = ("-", "–", "—", "•", "·", "*")
"""Begin an item of a list that was run together into a paragraph."""
_QUOTATION_MARK = re.compile('["“”„«»]')
# a long word is no abbreviation: what goes on in lower case behind it is a piece that was torn off
_TORN = re.compile(r"[^\W\d_]{5}[.!?…]\s+[^\W\d_]")


class _Paragraph(Record):
    """A paragraph of one version."""

    inline: Inline
    location: Location
    block_index: BlockIndex


class _Candidate(Record):
    """Two sentences that may say the same."""

    native: Fact
    target: Fact
    probability: float
    """How sure both their boundaries are, together."""


def pair_sentences(native: Version, target: Version, model: TranslationModel, needed: float) -> tuple[Bead, ...]:
    """The sentences of two versions that are each other's translation, in document order.

    `needed` is the least confidence of a pair; what is less sure is no sentence to learn from.
    """
    ratio = model.ratio_for(native, target)
    sources = frozenset(source_of(native.document.slug, number) for number in range(len(native.sections)))
    paragraphs = list(_opposite_paragraphs(native, target))
    odds = _odds([(ours.inline.text, theirs.inline.text) for ours, theirs in paragraphs], model, sources, ratio)
    candidates = [
        candidate
        for pair, value in zip(paragraphs, odds, strict=True)
        if value > 0
        for candidate in _sentence_pairs(*pair, (native.language, target.language), model, sources)
        if candidate.probability >= needed
    ]
    texts = [(candidate.native.answer, candidate.target.answer) for candidate in candidates]
    found = [
        Bead(SENTENCE, candidate.native, candidate.target, confidence=candidate.probability)
        for candidate, value in zip(candidates, _odds(texts, model, sources, ratio), strict=True)
        if value > 0 and _is_worth_learning(candidate)
    ]
    return tuple(_without_repetitions(found))


def without_known(sentences: Iterable[Bead], facts: Iterable[Bead]) -> tuple[Bead, ...]:
    """The sentences that no other fact of the article holds, in either language."""
    known = [(name, normalised(fact.answer)) for bead in facts for name, fact in bead.sides]

    def is_known(bead: Bead) -> bool:
        said = {name: normalised(fact.answer) for name, fact in bead.sides}
        return any(said[name] in text for name, text in known)

    return tuple(bead for bead in sentences if not is_known(bead))


def _opposite_paragraphs(native: Version, target: Version) -> Iterator[tuple[_Paragraph, _Paragraph]]:
    for number, ours, theirs in opposite_sections(native, target):
        yield from zip(
            _paragraphs(native.document, number, ours), _paragraphs(target.document, number, theirs),
            strict=True,
        )  # fmt: skip


def _paragraphs(document: Document, number: int, section: SectionTexts) -> Iterator[_Paragraph]:
    """The paragraphs of a section; no items and quotations, which are facts of other kinds."""
    index = 1  # behind the heading
    for position, (block, count) in enumerate(section.shape):
        if block == "paragraph":
            location = document.location(section.lines[index])
            yield _Paragraph(section.texts[index], location, (number, position))
        index += count


def _sentence_pairs(
    native: _Paragraph, target: _Paragraph, languages: tuple[str, str], model: TranslationModel, sources: frozenset[str]
) -> Iterator[_Candidate]:
    """The sentences of two paragraphs between sure cuts, where one stands for one."""
    ends = {(0, 0): (0, 0, 1.0)}
    for cut in find_cuts(native.inline.text, target.inline.text, languages, model, sources):
        if cut.probability < _SURE:
            continue
        before = ends.get((cut.native_sentences - 1, cut.target_sentences - 1))
        if before:
            ours, theirs = _spanned(native, before[0], cut.native), _spanned(target, before[1], cut.target)
            links = _links(native, ours), _links(target, theirs)
            if _begin_alike(*links):
                facts = _fact(native, ours, *links), _fact(target, theirs, *reversed(links))
                yield _Candidate(*facts, before[2] * cut.probability)
        ends[cut.native_sentences, cut.target_sentences] = (cut.native, cut.target, cut.probability)


Span = tuple[int, int]
"""`text[start:end]`"""
Links = tuple[tuple[str, Span], ...]
"""(article, linked words), in reading order"""


def _spanned(paragraph: _Paragraph, start: int, end: int) -> Span:
    """The same span without the spaces around what it holds."""
    text = paragraph.inline.text[start:end]
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())


def _links(paragraph: _Paragraph, span: Span) -> Links:
    """The links that stand within a sentence; words as spans of it."""
    start, end = span
    found: list[tuple[str, Span]] = []
    for link in paragraph.inline.links:
        first, last = _spanned(paragraph, link.start, link.end)
        if link.target and start <= first < last <= end:
            found.append((link.target, (first - start, last - start)))
    return tuple(found)


def _begin_alike(native: Links, target: Links) -> bool:
    """Whether both sentences begin with the same link, or neither does: damage tears off what stood before a link."""
    return all(
        ours[0][1][0] > 0 or any(slug == ours[0][0] and words[0] < _BEGINNING for slug, words in theirs)
        for ours, theirs in ((native, target), (target, native))
        if ours
    )


def _fact(paragraph: _Paragraph, span: Span, links: Links, other_links: Links) -> Fact:
    """A sentence as a fact. Marked are the words that lead to the same article in both languages."""
    common = {slug for slug, _ in other_links}
    return Fact(
        SENTENCE, "", paragraph.inline.text[slice(*span)], paragraph.location, paragraph.block_index,
        links=tuple(dict.fromkeys(slug for slug, _ in links)),
        flaws=paragraph.inline.flaws,
        marks=tuple(words for slug, words in links if slug in common),
    )  # fmt: skip


def _odds(
    texts: Sequence[tuple[str, str]], model: TranslationModel, sources: frozenset[str], ratio: float
) -> list[float]:
    """For each pair of texts the log odds that they say the same, seen among the others, or those near it."""
    odds: list[float] = []
    for start in range(0, len(texts), _MOST_TOGETHER):
        some = texts[start : start + _MOST_TOGETHER]
        ours, theirs = [tokenise(one) for one, _ in some], [tokenise(other) for _, other in some]
        evidence = weigh(ours, theirs, model.lexicon, sources, ratio)
        odds += [item_odds(evidence.of(index, index)) for index in range(len(some))]
    return odds


def _is_worth_learning(candidate: _Candidate) -> bool:
    """Whether both are whole sentences of the size of a card."""
    return all(_is_whole(fact.answer) for fact in (candidate.native, candidate.target))


def _is_whole(text: str) -> bool:
    if text.startswith(_LIST_MARKS) or not ends_sentence(text) or is_formula(text) or "\n" in text:
        return False
    if word_count(text) < _FEWEST_WORDS or not _SHORTEST <= weight(text, 0) <= FROM_MEMORY:
        return False
    is_balanced = text.count("(") == text.count(")") and len(_QUOTATION_MARK.findall(text)) % 2 == 0
    return is_balanced and not any(found[0][-1].islower() for found in _TORN.finditer(text))


def _without_repetitions(beads: Iterable[Bead]) -> Iterator[Bead]:
    """A sentence that an article says twice is taken once."""
    seen: set[tuple[str, str]] = set()
    for bead in beads:
        keys = {(str(name), normalised(fact.answer)) for name, fact in bead.sides}
        if not keys & seen:
            yield bead
        seen |= keys
