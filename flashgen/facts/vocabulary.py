"""Words to learn: the short labels of list items and the entries of glossaries, each with the sentence behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from flashgen.facts.glossary import glossary_rows, without_number
from flashgen.facts.lists import body_lists
from flashgen.facts.outline import Outline
from flashgen.facts.texts import block_texts
from flashgen.language import marks
from flashgen.language.capitals import capitalised
from flashgen.language.codes import CODE
from flashgen.language.sentences import sentences
from flashgen.language.text_types import has_words, is_formula, is_question, weight, word_count
from flashgen.records.documents import Article, Item, Listing
from flashgen.records.facts import BlockIndex, Fact

_LONGEST = 40
_MOST_WORDS = 6
"""Words of a label: one language may take six for what another says in four, which their pair tells (`item_labels`)."""
_ENTRY = 3
"""Words of a glossary's heading up to which it is taken for a term."""
_DIGITS = re.compile(r"\d+")
_MARK = re.compile(f"[{marks.ENDS}{marks.PARTING}{marks.COLONS}]")


def label_facts(outline: Outline) -> Iterator[Fact]:
    """One fact per item of any list that begins with a short label and says something behind it."""
    for block_index, listing in body_lists(outline):
        yield from _labels(outline.article, listing.items, block_index)
    if (number := outline.highlights) is not None:
        for block in outline.article.sections[number].blocks:
            if isinstance(block, Listing):
                yield from _labels(outline.article, block.items, (number, 0))
    for row in glossary_rows(outline.article):
        yield from _entries(outline.article, row)


def _entries(article: Article, row: Sequence[int]) -> Iterator[Fact]:
    """One fact per entry of a glossary whose entries are words: numbers count steps or tips, which say something."""
    for number in row:
        section = article.sections[number]
        if section.heading.text != without_number(section.heading.text):
            return
        word, text = without_number(section.heading.text), next(block_texts(section.blocks[0]))[0]
        example = next(iter(sentences(text.text, article.document.language)), "")
        if _is_term(word) and word_count(word) <= _ENTRY and has_words(example) and not is_formula(example):
            yield Fact(
                "vocabulary", "", word, article.document.location(section.line), (row[0], 0), context=example,
                flaws=text.flaws,
            )  # fmt: skip


def _labels(article: Article, items: Sequence[Item], block_index: BlockIndex) -> Iterator[Fact]:
    names = Counter(_DIGITS.sub("", item.label) for item in items)
    for item in items:
        name = _DIGITS.sub("", item.label)
        is_counted = name != item.label and names[name] > 1  # "Hive 1" beside "Hive 2" names nothing
        is_code = any(link.target.startswith(CODE) for link in item.inline.links)
        is_word = _is_term(item.label) and not is_counted and not is_code
        example = _example(item, article.document.language) if is_word else ""
        if has_words(example) and not is_formula(example):
            yield Fact(
                "vocabulary", "", item.label, article.document.location(item.line), block_index,
                context=example, links=tuple(link.target for link in item.inline.links), flaws=item.inline.flaws,
            )  # fmt: skip
        yield from _labels(article, item.children, block_index)


def _example(item: Item, language: str) -> str:
    """The sentence behind an item's label."""
    first = next(iter(sentences(item.inline.text, language)), "")
    return capitalised(_without_repeated(item.label, first), language)


def _without_repeated(label: str, example: str) -> str:
    """The example without the label, if an author wrote it twice ("**Posting:** Posting: once ...")."""
    rest = example[len(label) :] if example.startswith(label) else ""
    return rest[1:].strip() if rest[:1] in (":", "：") else example


def _is_term(label: str) -> bool:
    """Whether a label names a thing rather than saying something: a few words without a mark of a sentence."""
    if not has_words(label) or is_question(label) or is_formula(label) or _MARK.search(label):
        return False
    return len(label.split()) <= _MOST_WORDS and weight(label, _LONGEST) <= _LONGEST
