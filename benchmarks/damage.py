"""Articles with known truth, damaged in the ways in which real ones are.

The undamaged articles are parallel: the nth fact of a kind says the same in every language. Damage is done to parsed
articles, before facts are read, so that what reads facts and what pairs them are both put to the test.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from flashgen.corpus.article import parse_article, read_bytes
from flashgen.corpus.documents import read_corpus
from flashgen.facts.extraction import facts_by_reading
from flashgen.kinds import KINDS as NAMED
from flashgen.language.similarity import similarity
from flashgen.language.text_types import normalised
from flashgen.pairing.evidence import tokenise
from flashgen.record import replace
from flashgen.records.documents import Article, Block, Document, Inline, Item, Listing, Paragraph, Section
from flashgen.records.facts import Fact
from flashgen.records.location import Location
from flashgen.records.pairs import Bead

KINDS = ("definition", "purpose", "statistic", "callout", "highlight", "faq")
Corpus = dict[str, dict[str, Article]]
"""slug -> language -> article"""
Truth = dict[tuple[str, str], int]
"""(kind, normalised answer) -> which fact of its kind it is."""


def load(folders: Iterable[Path]) -> Corpus:
    """Every article of some folders, whole ones alone: those whose versions hold equally many facts of each kind."""
    found: Corpus = {}
    for folder in folders:
        for slug, versions in read_corpus((folder,)).versions.items():
            read = {tag: article for tag, document in versions.items() if (article := _read(document))}
            shapes = list(map(_counts, read.values()))
            most = max(shapes, key=shapes.count)
            found[slug] = {tag: read[tag] for tag, shape in zip(read, shapes, strict=True) if shape == most}
    return found


def _read(document: Document) -> Article | None:
    data, _ = read_bytes(document)
    return parse_article(document, data)[0] if data is not None else None


def _counts(article: Article) -> tuple[int, ...]:
    """How many facts of each kind an article has."""
    found = facts_by_reading(article)
    return tuple(len(found[kind]) for kind in KINDS)


def truth(article: Article) -> Truth:
    """Which fact each answer of an undamaged article is.

    What a kind may be read from as well, where the versions have not the first reading in common, are other facts of
    it, which are numbered from -1 down.
    """
    found = facts_by_reading(article)
    known: Truth = {}
    for kind in KINDS:
        for place, reading in enumerate(NAMED[kind].readings):
            for number, fact in enumerate(found[reading]):
                known.setdefault((kind, normalised(fact.answer)), -place if place else number)
    return known


@dataclass(frozen=True)
class Verdict:
    """How the beads of one article compare with the truth."""

    right: int
    wrong: tuple[Bead, ...]
    pairable: int
    """Facts that both versions hold, whole; of readings beside the first, those that were paired rightly."""


def judge(beads: Sequence[Bead], native: Truth, target: Truth, left: tuple[Article, Article]) -> Verdict:
    """Compare beads with the truth; `left` are the versions as they are after the damage."""
    kept = [truth(article).keys() for article in left]
    ours = {(kind, number) for (kind, text), number in native.items() if (kind, text) in kept[0]}
    theirs = {(kind, number) for (kind, text), number in target.items() if (kind, text) in kept[1]}
    right, others, wrong = 0, 0, []
    written = [_written(article) for article in left]
    for bead in beads:
        if bead.is_pair and bead.native and bead.target:
            one = native.get((bead.kind, normalised(_as_written(bead.native, written[0]))))
            other = target.get((bead.kind, normalised(_as_written(bead.target, written[1]))))
            if one is not None and one == other:
                right += 1
                others += one < 0
            else:
                wrong.append(bead)
    return Verdict(right, tuple(wrong), sum(number >= 0 for _, number in ours & theirs) + others)


_Written = Mapping[tuple[str, Location], Sequence[str]]
"""The answers of an article, by kind and place; the items of a list that is run together have one place."""


def _written(article: Article) -> _Written:
    found: dict[tuple[str, Location], list[str]] = defaultdict(list)
    for fact in chain.from_iterable(facts_by_reading(article).values()):
        found[fact.kind, fact.location].append(fact.answer)
    return found


def _as_written(fact: Fact, written: _Written) -> str:
    """The answer of a fact as its article has it, where pairing lets it say once what was joined with itself."""
    if not fact.said_once:
        return fact.answer
    return max(written[fact.kind, fact.location], key=lambda answer: similarity(answer, fact.answer))


_ENDS = ".!?。！？؟।"
Items = list[Item]
Change = Callable[[Items, random.Random, Items], Items]


def _delete(items: Items, chance: random.Random, foreign: Items) -> Items:
    place = chance.randrange(len(items))
    return items[:place] + items[place + 1 :]


def _insert(items: Items, chance: random.Random, foreign: Items) -> Items:
    place = chance.randrange(len(items) + 1)
    return [*items[:place], chance.choice(foreign), *items[place:]]


def _swap(items: Items, chance: random.Random, foreign: Items) -> Items:
    place = chance.randrange(len(items) - 1)
    return [*items[:place], items[place + 1], items[place], *items[place + 2 :]]


def _merge(items: Items, chance: random.Random, foreign: Items) -> Items:
    place = chance.randrange(len(items) - 1)
    one, other = items[place], items[place + 1]
    text, links = f"{one.inline.text} {other.inline.text}", (*one.inline.links, *other.inline.links)
    joined = replace(one, inline=Inline(text, links))
    return [*items[:place], joined, *items[place + 2 :]]


def _shuffle(items: Items, chance: random.Random, foreign: Items) -> Items:
    return chance.sample(items, len(items))


CHANGES: Mapping[str, Sequence[Change]] = {
    "delete": (_delete,),
    "delete two": (_delete, _delete),
    "insert": (_insert,),
    "insert two": (_insert, _insert),
    "swap": (_swap,),
    "merge": (_merge,),
    "delete and insert": (_delete, _insert),
    "swap and delete": (_swap, _delete),
    "shuffle": (_shuffle,),
}
OLDER, PARAPHRASE = "an older revision", "a paraphrase"
DAMAGES = (*CHANGES, "delete on both sides", "lose a list marker", "move a section", "delete a quotation", OLDER)
"""After a paraphrase the versions still say the same, so that it belongs to what is true (`paraphrased`)."""
_LEFT_OUT = 0.2
"""The share of words that a paraphrase does without."""
_SENTENCE = 40
"""Characters from which a paragraph or an item may say what another edition of a definition says."""
_REPEATED = 0.5
"""The share of its tokens from which a text repeats another: a closing list often says the definition again."""


def damage(
    name: str, native: Article, target: Article, chance: random.Random, foreign: Sequence[Article]
) -> tuple[Article, Article]:
    """Both versions after one damage, done to one of them (chance decides which), or to both if the name says so."""
    versions = [native, target]
    side = chance.randrange(2)
    if name == "delete on both sides":
        section = _list_section(native, chance)
        if section is not None and section < len(target.sections):
            for index in range(2):
                versions[index] = _with_list(versions[index], section, lambda items: _delete(items, chance, []))
        return versions[0], versions[1]
    versions[side] = _damaged(name, versions[side], chance, _items_of(foreign, versions[side].document.language))
    return versions[0], versions[1]


def without_one(versions: dict[str, Article], tags: Sequence[str], chance: random.Random) -> None:
    """Take one item out of some versions, the same of each: as if it had been added to the others."""
    section = _list_section(versions[tags[0]], chance)
    if section is None:
        return
    place = chance.random()
    for tag in tags:
        if section < len(versions[tag].sections):
            versions[tag] = _with_list(versions[tag], section, lambda items: _without(items, int(place * len(items))))


def _without(items: Items, place: int) -> Items:
    return items[:place] + items[place + 1 :] if len(items) > 1 else items


def _damaged(name: str, article: Article, chance: random.Random, foreign: Items) -> Article:
    if name == "move a section":
        return _section_moved(article, chance)
    if name == "delete a quotation":
        return _without_quotation(article, chance)
    if name == OLDER:
        return _older(article, chance)
    section = _list_section(article, chance)
    if section is None:
        return article
    if name == "lose a list marker":
        return _marker_lost(article, section, chance)

    def changed(items: Items) -> Items:
        for change in CHANGES[name]:
            if len(items) > 1 and (foreign or change is not _insert):
                items = change(items, chance, foreign)
        return items

    return _with_list(article, section, changed)


def _list_section(article: Article, chance: random.Random) -> int | None:
    held = [
        number
        for number, section in enumerate(article.sections)
        if any(isinstance(block, Listing) and len(block.items) > 1 for block in section.blocks)
    ]
    return chance.choice(held) if held else None


def _with_list(article: Article, number: int, change: Callable[[Items], Items]) -> Article:
    def changed(section: Section) -> Section:
        blocks = tuple(
            replace(block, items=tuple(change(list(block.items)))) if isinstance(block, Listing) else block
            for block in section.blocks
        )
        return replace(section, blocks=blocks)

    return _with_section(article, number, changed)


def _marker_lost(article: Article, number: int, chance: random.Random) -> Article:
    """An item becomes a paragraph, and parts its list in two."""

    def changed(section: Section) -> Section:
        blocks: list[Block] = []
        for block in section.blocks:
            if isinstance(block, Listing) and len(block.items) > 1:
                place = chance.randrange(len(block.items))
                lost = block.items[place]
                blocks.extend(
                    part
                    for part in (
                        replace(block, items=block.items[:place]) if place else None,
                        Paragraph(lost.inline, lost.line),
                        replace(block, items=block.items[place + 1 :]) if place + 1 < len(block.items) else None,
                    )
                    if part
                )
            else:
                blocks.append(block)
        return replace(section, blocks=tuple(blocks))

    return _with_section(article, number, changed)


def _section_moved(article: Article, chance: random.Random) -> Article:
    """Two second-level sections of the body, with what stands beneath them, change places."""
    starts = [number for number, section in enumerate(article.sections) if section.level == 2]
    if len(starts) < 3:
        return article
    place = chance.randrange(len(starts) - 1)
    first, second = starts[place], starts[place + 1]
    end = starts[place + 2] if place + 2 < len(starts) else len(article.sections)
    sections = article.sections
    moved = (*sections[:first], *sections[second:end], *sections[first:second], *sections[end:])
    return replace(article, sections=moved)


def _without_quotation(article: Article, chance: random.Random) -> Article:
    held = [
        (number, place)
        for number, section in enumerate(article.sections)
        for place, block in enumerate(section.blocks)
        if not isinstance(block, (Paragraph, Listing))
    ]
    if not held:
        return article
    number, place = chance.choice(held)
    return _with_section(
        article,
        number,
        lambda section: replace(section, blocks=(*section.blocks[:place], *section.blocks[place + 1 :])),
    )


def _with_section(article: Article, number: int, change: Callable[[Section], Section]) -> Article:
    sections = list(article.sections)
    sections[number] = change(sections[number])
    return replace(article, sections=tuple(sections))


def _older(article: Article, chance: random.Random) -> Article:
    """The version of another edition: its definition and one of its items say something else of the same thing."""
    texts = [text.text for text in _body(article) if len(text.text) >= _SENTENCE]
    others = [text for text in texts if not _repeats(text, article.description)]
    if not others:
        return article
    changed = article
    if article.description:
        drawn = chance.choice(texts)
        changed = replace(article, description=drawn if drawn in others else chance.choice(others))
    section = _list_section(article, chance)
    if section is None:
        return changed
    said = chance.choice(texts)

    def reworded(items: Items) -> Items:
        place = chance.randrange(len(items))
        if _repeats(said, items[place].inline.text):
            return items
        return [*items[:place], replace(items[place], inline=Inline(said)), *items[place + 1 :]]

    return _with_list(changed, section, reworded)


def _repeats(text: str, other: str) -> bool:
    """Whether a text says what another one of its language does: most tokens of either are the other's, too."""
    ours, theirs = tokenise(text).tokens, tokenise(other).tokens
    return len(ours & theirs) > _REPEATED * min(len(ours), len(theirs))


def paraphrased(article: Article, chance: random.Random) -> Article:
    """The article in other words: of each text a fifth of the words is missing, and clauses change places."""

    def reworded(text: str) -> str:
        clauses = text.rstrip(_ENDS).split(", ")
        if len(clauses) > 1 and chance.random() < 0.5:  # noqa: PLR2004 - as often as not
            chance.shuffle(clauses)
        return _thinned(", ".join(clauses), chance) + text[len(text.rstrip(_ENDS)) :]

    def of_block(block: Block) -> Block:
        if isinstance(block, Paragraph):
            return replace(block, inline=replace(block.inline, text=reworded(block.inline.text)))
        if isinstance(block, Listing):
            items = (
                replace(item, inline=replace(item.inline, text=reworded(item.inline.text))) for item in block.items
            )
            return replace(block, items=tuple(items))
        return block

    sections = tuple(replace(one, blocks=tuple(map(of_block, one.blocks))) for one in article.sections)
    found = replace(article, description=reworded(article.description), sections=sections)
    return found if _counts(found) == _counts(article) else article


def _thinned(text: str, chance: random.Random) -> str:
    """A text without some of its words, and without pairs of characters where no spaces part words; never all."""
    spaced = " " in text
    parts = text.split(" ") if spaced else [text[start : start + 2] for start in range(0, len(text), 2)]
    kept = [part for part in parts if any(map(str.isdigit, part)) or chance.random() >= _LEFT_OUT]
    return (" " if spaced else "").join(kept or parts)


def _body(article: Article) -> Iterator[Inline]:
    """The paragraphs and items of an article."""
    for section in article.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield block.inline
            elif isinstance(block, Listing):
                yield from (item.inline for item in block.items)


def _items_of(articles: Sequence[Article], language: str) -> Items:
    return [
        item
        for article in articles
        if article.document.language == language
        for section in article.sections
        for block in section.blocks
        if isinstance(block, Listing)
        for item in block.items
    ]
