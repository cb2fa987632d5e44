"""One spelling for one topic: a deck should not split where a few articles of a corpus call its topic otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from flashgen.record import replace
from flashgen.records.facts import Version
from flashgen.records.pairs import Bitext

Spellings = Mapping[str, str]
"""The usual spelling of a topic, by the rare ones."""


def learn_spellings(pairs: Iterable[tuple[Version, Version]]) -> Spellings:
    """Which keywords of the target language are another spelling of a more usual one.

    Versions that have as many keywords have the same ones in the same order, so that those of the native language tell
    which ones are the same topic. Spellings that differ by case alone are the same one in any case.
    """
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    meant: dict[str, Counter[str]] = defaultdict(Counter)
    for native, target in pairs:
        if len(native.keywords) == len(target.keywords):
            for topic, spelling in zip(native.keywords, target.keywords, strict=True):
                spelt[topic.casefold()][spelling] += 1
                meant[spelling][topic.casefold()] += 1
    cased: dict[str, Counter[str]] = defaultdict(Counter)
    for spelling, topics in meant.items():
        cased[spelling.casefold()][spelling] = topics.total()
    found: dict[str, str] = {}
    for spelling, topics in meant.items():
        usual = _usual(spelt[topics.most_common(1)[0][0]]) or spelling
        found[spelling] = cased[usual.casefold()].most_common(1)[0][0]
    return {spelling: usual for spelling, usual in found.items() if usual != spelling}


def _usual(spellings: Counter[str]) -> str:
    """The spelling of more than half of the articles, if there is one."""
    ((spelling, count),) = spellings.most_common(1)
    return spelling if 2 * count > spellings.total() else ""


def with_usual_topics(bitext: Bitext, spellings: Spellings) -> Bitext:
    """The bitext with its topics as most articles spell them."""
    keywords = tuple(dict.fromkeys(spellings.get(keyword, keyword) for keyword in bitext.keywords))
    return bitext if keywords == bitext.keywords else replace(bitext, keywords=keywords)
