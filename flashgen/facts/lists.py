"""Purposes (items of the lists in the body) and highlights (items of the closing section that is only a list)."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.facts.faq import answer_of, is_answered_by_list
from flashgen.facts.lead_ins import find_lead_in, find_tagline, may_lack_colon
from flashgen.facts.outline import Outline, ends_in_link, is_list_of_links
from flashgen.facts.references import without_reference
from flashgen.language import marks
from flashgen.language.capitals import capitalised
from flashgen.language.sentences import sentences
from flashgen.language.text_types import (
    FROM_MEMORY,
    ends_sentence,
    has_words,
    introduces,
    is_formula,
    is_question,
    weight,
    word_count,
)
from flashgen.language.word_forms import share_a_word
from flashgen.record import Record, replace
from flashgen.records.documents import Article, Item, Listing, Paragraph, Section
from flashgen.records.facts import BlockIndex, Fact

_CONTINUING = marks.PARTING
"""What an item ends in that is only a part of a sentence."""
_LONGEST_ANSWER = 240
"""A question whose answer, list and all, weighs more is not answered by a card as a whole.

It is what `limits.answer` says by default; a deck's own limits do not change what is read, which many decks share."""
_YES = 2
"""Words of a first sentence up to which it says yes or no, so that what follows answers another question."""


class _Place(Record):
    """Where a list stands, and what leads in to it."""

    article: Article
    block_index: BlockIndex
    lead_in: str = ""
    heading: str = ""
    """That of its section, if it leads in to the list."""
    follows_text: bool = False
    """As in `Fact`."""


def purpose_facts(outline: Outline) -> Iterator[Fact]:
    """One fact per item of the lists in the body; one for a sentence that a list is spread over."""
    article = outline.article
    for block_index, listing in body_lists(outline):
        section, position = article.sections[block_index[0]], block_index[1]
        follows_text = section.level > 1 and any(isinstance(block, Paragraph) for block in section.blocks[:position])
        said = _said_beside(article, listing)
        lead_in = find_lead_in(section.blocks, position, outline.language, said, may_be_behind=True)
        lead_in = lead_in or find_tagline(section, position, outline.language)
        heading = _leading_heading(outline, section, listing)
        if heading and _are_steps(listing) and ends_sentence(lead_in) and not may_lack_colon(lead_in):
            lead_in = ""
        place = _Place(article, block_index, lead_in, heading, follows_text)
        if _is_one_sentence(listing, place.lead_in):
            yield from _joined(listing, place)
        else:
            yield from _items("purpose", listing.items, place)
    yield from _answering_items(outline)


def _are_steps(listing: Listing) -> bool:
    """Whether a list tells step by step what to do: its heading says what for, and a sentence without a colon before it
    tells something else ("The gap is 2 mm.")."""
    return any(item.number for item in listing.items)


def _leading_heading(outline: Outline, section: Section, listing: Listing) -> str:
    """The heading of a list, if that leads in to it: it stands right above, or shares a word with it.

    Where text stands between, a heading such as "Deeper definition" is about that text, and a question is answered by
    it: the list may go either way ("What is covered, and what is not?"), unless its items speak for themselves.
    """
    heading = section.heading.text
    if section.level <= 1 or heading == outline.question:
        return ""
    if section.blocks[0] is listing:
        return heading
    if is_question(heading):
        return heading if _are_told_at_length(listing, outline.language) else ""
    return heading if share_a_word(heading, _said_beside(outline.article, listing)) else ""


def _said_beside(article: Article, listing: Listing) -> str:
    """What cards of a list's items show: the title, and what an item says."""
    return " ".join((article.title, *(f"{item.label} {item.inline.text}" for item in listing.items)))


def _are_told_at_length(listing: Listing, language: str) -> bool:
    """Whether most items have a label or several sentences, so that each says how it stands."""
    told = sum(bool(item.label) or len(sentences(item.inline.text, language)) > 1 for item in listing.items)
    return told * 2 > len(listing.items)


def _answering_items(outline: Outline) -> Iterator[Fact]:
    """The items of lists that answer a question of a run by themselves, or where the whole answer is more than a card
    holds: the question asks for each."""
    for number in sorted(outline.faq):
        section = outline.article.sections[number]
        if not (is_answered_by_list(section) or _asks_for_more(section, outline.language)):
            continue
        for position, block in enumerate(section.blocks):
            if (
                isinstance(block, Listing)
                and not is_list_of_links(block)
                and _is_announced(section, position, outline.language)
            ):
                lead_in = _lead_in_of_answer(section, position, outline.language)
                place = _Place(outline.article, (number, position), lead_in, follows_text=True)
                yield from _items("purpose", block.items, place)


def _asks_for_more(section: Section, language: str) -> bool:
    """Whether a section asks, and its answer, which is no yes or no, weighs more than a card holds."""
    answer = answer_of(section.blocks, language)
    if not is_question(section.heading.text) or weight(answer, _LONGEST_ANSWER) <= _LONGEST_ANSWER:
        return False
    return word_count(next(iter(sentences(answer, language)), "")) > _YES


def _lead_in_of_answer(section: Section, position: int, language: str) -> str:
    """What leads in to a list that belongs to an answer: the question, unless text has answered that already.

    "How is wax defined?" is answered by what wax is; the four things that a court looks for are led in to by what the
    article says of the court.
    """
    if position <= 1:
        return section.heading.text
    return find_lead_in(section.blocks, position, language)


def _is_announced(section: Section, position: int, language: str) -> bool:
    """Whether a list stands right beneath its heading, or behind a colon: it is what was asked for.

    A sentence of a script that uses no colon there announces it if nothing else stands between.
    """
    before = section.blocks[position - 1] if position else None
    if not isinstance(before, Paragraph):
        return before is None
    if introduces(before.inline.text):
        return True
    is_first = position == 1 and may_lack_colon(before.inline.text)
    return is_first and len(sentences(before.inline.text, language)) == 1


def body_lists(outline: Outline) -> Iterator[tuple[BlockIndex, Listing]]:
    """The lists in the body that state something."""
    passed_over = {*outline.faq, outline.highlights, *outline.leading_on}
    for number, section in enumerate(outline.article.sections):
        if number in passed_over:
            continue
        for position, block in enumerate(section.blocks):
            if isinstance(block, Listing) and not is_list_of_links(block):
                yield (number, position), block


def highlight_facts(outline: Outline) -> Iterator[Fact]:
    """The items of the closing list; a last item that lost its bullet counts as one."""
    if outline.highlights is None:
        return
    heading = outline.article.sections[outline.highlights].heading.text
    place = _Place(outline.article, (outline.highlights, 0), heading=heading)
    for block in outline.article.sections[outline.highlights].blocks:
        if isinstance(block, Listing):
            yield from _items("highlight", block.items, place)
        elif isinstance(block, Paragraph) and not ends_in_link(block.inline):
            yield from _items("highlight", (Item(block.inline, block.line, pin=block.pin),), place)


def _is_one_sentence(listing: Listing, lead_in: str) -> bool:
    """Whether a list is one sentence that goes on from item to item, so that none says anything alone.

    Behind a colon, items that end in commas or semicolons are what many languages ask for, and stand alone.
    """
    if len(listing.items) < 2 or introduces(lead_in):
        return False
    *firsts, last = (item.inline.text.strip() for item in listing.items)
    is_plain = not any(item.children or item.label for item in listing.items)
    begin_small = all(text and not text[0].isupper() and text[0].isalpha() for text in (*firsts, last))
    return is_plain and begin_small and all(text[-1] in _CONTINUING for text in firsts)


def _joined(listing: Listing, place: _Place) -> Iterator[Fact]:
    """The fact that a sentence over all items states, if it can be learnt as one."""
    texts = [item.inline for item in listing.items]
    answer = " ".join(text.text.strip() for text in texts)
    if weight(answer, FROM_MEMORY) <= FROM_MEMORY and has_words(answer) and not is_formula(answer):
        yield Fact(
            "purpose", "", answer, place.article.document.location(listing.items[0].line), place.block_index,
            context=place.lead_in, heading=place.heading, follows_text=place.follows_text,
            links=tuple(link.target for text in texts for link in text.links),
            pin=listing.items[0].pin, flaws=tuple(flaw for text in texts for flaw in text.flaws),
        )  # fmt: skip


def _items(kind: str, items: tuple[Item, ...], place: _Place) -> Iterator[Fact]:
    document = place.article.document
    for item in items:
        text = item.inline.text
        leads_in = bool(item.children) and (introduces(text) or is_question(text))
        if has_words(text) and not is_formula(text) and not leads_in:
            # behind its label a sentence may go on in lower case; on a card it stands alone
            said = without_reference(item.inline, document.language)
            said = capitalised(said, document.language) if item.label else said
            yield Fact(
                kind, "", said, document.location(item.line), place.block_index,
                context=place.lead_in, heading=place.heading, follows_text=place.follows_text, label=item.label,
                number=item.number, links=tuple(link.target for link in item.inline.links), pin=item.pin,
                flaws=item.inline.flaws,
            )  # fmt: skip
        if item.children:
            yield from _items(kind, item.children, replace(place, lead_in=text or item.label))
