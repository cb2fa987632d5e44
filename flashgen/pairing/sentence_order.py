"""The order in which sentences are learnt: what is said of the topic first, each bringing few words that are new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from flashgen.language.tokens import tokens
from flashgen.records.pairs import Bead


def order_sentences(
    sentences: Iterable[Bead], title: str, others: Iterable[Bead], shares: Mapping[str, float]
) -> tuple[Bead, ...]:
    """The sentences of one article, those first that bring the fewest target words not met before.

    Met are the words of `others`, the article's other facts, and of the sentences before. Of sentences that bring
    equally many, the one whose new words are more frequent in the corpus is first (`shares`: in which share of its
    texts a token stands), then the one that stands first.

    A sentence that names neither the title, in the target language, nor a linked term often says little without the
    sentence before it ("It does so, too."): such ones come behind the others, and last those that bring no new word.
    """
    topic = tokens(title)
    met = frozenset[str]().union(*(_target_tokens(bead) for bead in others if bead.is_pair))
    left = [(bead, _target_tokens(bead)) for bead in sentences]
    found: list[Bead] = []
    while left:
        index = min(range(len(left)), key=lambda place: _cost(*left[place], topic, met, shares))
        bead, brought = left.pop(index)
        met |= brought
        found.append(bead)
    return tuple(found)


def _cost(
    bead: Bead, brought: frozenset[str], topic: frozenset[str], met: frozenset[str], shares: Mapping[str, float]
) -> tuple[bool, bool, int, float]:
    """What a sentence with these tokens asks of the learner; less comes first."""
    new = brought - met
    is_topical = bool(brought & topic) or any(fact.marks for _, fact in bead.sides)
    return not new, not is_topical, len(new), -sum(shares.get(token, 0.0) for token in sorted(new))


def _target_tokens(bead: Bead) -> frozenset[str]:
    return tokens(bead.target.answer) if bead.target else frozenset()
