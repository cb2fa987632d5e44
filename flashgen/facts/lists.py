"""Purposes (items of the lists in the body) and highlights (items of the closing section that is only a list)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flashgen.facts.faq import answer_of, faq_sections, first_question
from flashgen.facts.lead_ins import find_lead_in, find_tagline
from flashgen.language.capitals import capitalised
from flashgen.language.sentences import sentences
from flashgen.language.text_types import has_words, introduces, is_formula, is_question, weight, word_count
from flashgen.language.word_forms import share_a_word
from flashgen.records import Article, Block, BlockIndex, Fact, Inline, Item, Listing, Location, Paragraph, Section

_CONTINUING = ",;，；、،؛"
"""What an item ends in that is only a part of a sentence."""
_LONGEST_ANSWER = 240
"""A question whose answer, list and all, weighs more is not answered by a card as a whole."""
_YES = 2
"""Words of a first sentence up to which it says yes or no, so that what follows answers another question."""
_LONGEST_SENTENCE = 220
"""A sentence spread over a list that weighs more is no fact: nobody could give it from memory."""


def purpose_facts(article: Article) -> Iterator[Fact]:
    """One fact per item of the lists in the body; one for a sentence that a list is spread over."""
    for block_index, listing, lead_in in body_lists(article):
        section = article.sections[block_index[0]]
        heading = _leading_heading(article, section, listing)
        if _is_one_sentence(listing, lead_in):
            facts = _joined(article, listing, lead_in, heading, block_index)
        else:
            facts = _items(article, "purpose", listing.items, lead_in, heading, block_index)
        follows_text = section.level > 1 and any(
            isinstance(block, Paragraph) for block in section.blocks[: block_index[1]]
        )
        yield from (replace(fact, follows_text=follows_text) for fact in facts)
    yield from _answering_items(article)


def _leading_heading(article: Article, section: Section, listing: Listing) -> str:
    """The heading of a list, if that leads in to it: it stands right above, or shares a word with it.

    Where text stands between, a heading such as "Deeper definition" is about that text, and a question is answered by
    it: the list may go either way ("What is covered, and what is not?"), unless its items speak for themselves.
    """
    heading = section.heading.text
    if section.level <= 1 or heading == first_question(article):
        return ""
    if section.blocks[0] is listing:
        return heading
    if is_question(heading):
        return heading if _are_told_at_length(listing, article.document.language) else ""
    return heading if share_a_word(heading, _said_beside(article, listing)) else ""


def _said_beside(article: Article, listing: Listing) -> str:
    """What cards of a list's items show: the title, and what an item says."""
    return " ".join((article.title, *(f"{item.label} {item.inline.text}" for item in listing.items)))


def _are_told_at_length(listing: Listing, language: str) -> bool:
    """Whether most items have a label or several sentences, so that each says how it stands."""
    told = sum(bool(item.label) or len(sentences(item.inline.text, language)) > 1 for item in listing.items)
    return told * 2 > len(listing.items)


def _answering_items(article: Article) -> Iterator[Fact]:
    """The items of lists that answer a question of a run, where the whole answer is more than a card holds: the
    question asks for each."""
    for number in sorted(faq_sections(article)):
        section = article.sections[number]
        answer = answer_of(section.blocks)
        if not is_question(section.heading.text) or weight(answer, _LONGEST_ANSWER) <= _LONGEST_ANSWER:
            continue
        if word_count(next(iter(sentences(answer, article.document.language)), "")) <= _YES:
            continue
        for position, block in enumerate(section.blocks):
            if isinstance(block, Listing) and not is_list_of_links(block) and _is_announced(section, position):
                lead_in = _lead_in_of_answer(section, position, article.document.language)
                items = _items(article, "purpose", block.items, lead_in, "", (number, position))
                yield from (replace(fact, follows_text=True) for fact in items)


def _lead_in_of_answer(section: Section, position: int, language: str) -> str:
    """What leads in to a list that belongs to an answer: the question, unless text has answered that already.

    "How is wax defined?" is answered by what wax is; the four things that a court looks for are led in to by what the
    article says of the court.
    """
    if position <= 1:
        return section.heading.text
    return find_lead_in(section.blocks, position, language)


def _is_announced(section: Section, position: int) -> bool:
    """Whether a list stands right beneath its heading, or behind a colon: it is what was asked for."""
    before = section.blocks[position - 1] if position else None
    return before is None or (isinstance(before, Paragraph) and introduces(before.inline.text))


def body_lists(article: Article) -> Iterator[tuple[BlockIndex, Listing, str]]:
    """The lists in the body that state something, each with the sentence that leads in to it, if any does."""
    number, leading_on = _closing_sections(article)
    passed_over = {*faq_sections(article), number, *leading_on}
    for number, section in enumerate(article.sections):
        if number in passed_over:
            continue
        for position, block in enumerate(section.blocks):
            if isinstance(block, Listing) and not is_list_of_links(block):
                language, said = article.document.language, _said_beside(article, block)
                lead_in = find_lead_in(section.blocks, position, language, said)
                yield (number, position), block, lead_in or find_tagline(section, position, language)


def highlight_facts(article: Article) -> Iterator[Fact]:
    """The items of the closing list; a last item that lost its bullet counts as one."""
    number = highlight_section(article)
    if number is None:
        return
    for block in article.sections[number].blocks:
        if isinstance(block, Listing):
            yield from _items(article, "highlight", block.items, "", "", (number, 0))
        elif isinstance(block, Paragraph):
            item = Item(block.inline, block.line, pin=block.pin)
            yield from _items(article, "highlight", (item,), "", "", (number, 0))


def highlight_section(article: Article) -> int | None:
    """The closing section that is only a list, and answers no question. Behind it there may stand questions, or links
    and nothing else."""
    return _closing_sections(article)[0]


def _closing_sections(article: Article) -> tuple[int | None, frozenset[int]]:
    """The closing section that is only a list, if there is one; and those behind it that lead on to other pages."""
    faq = faq_sections(article)
    leading_on = set()
    number = None
    for index in range(len(article.sections) - 1, -1, -1):
        section = article.sections[index]
        if index in faq or not section.blocks:
            continue
        is_list = _is_only_a_list(section)
        if _leads_on(section):
            leading_on.add(index)
        elif not all(map(_links_alone, section.blocks)) and not (is_list and is_list_of_links(section.blocks[0])):
            is_closing = is_list and not is_question(section.heading.text) and _has_body_before(article, index)
            number = index if is_closing else None
            break
    return number, frozenset(leading_on)


def _leads_on(section: Section) -> bool:
    """Whether most items of a section's lists end in a link ("Learn more about tides"): they tell no fact."""
    items = [item.inline for block in section.blocks if isinstance(block, Listing) for item in block.items]
    leading = sum(bool(item.links) and not has_words(item.text[item.links[-1].end :]) for item in items)
    return section.level > 1 and 2 * leading > len(items)


def _is_only_a_list(section: Section) -> bool:
    first, *rest = section.blocks
    lost_its_bullet = len(rest) == 1 and isinstance(rest[0], Paragraph) and len(rest[0].inline.text) < 400
    return section.level >= 2 and isinstance(first, Listing) and (not rest or lost_its_bullet)


def _has_body_before(article: Article, number: int) -> bool:
    """A list that is all an article says is its body, not its closing."""
    return any(isinstance(block, Paragraph) for section in article.sections[:number] for block in section.blocks)


def _links_alone(block: Block) -> bool:
    """Whether a block is nothing but links, in a list or one beneath the other."""
    return is_list_of_links(block) or (isinstance(block, Paragraph) and _is_link(block.inline))


def is_list_of_links(block: object) -> bool:
    """Whether every item is nothing but a link ("See also"), which states no fact."""
    return isinstance(block, Listing) and all(_is_link(item.inline) for item in block.items)


def _is_link(text: Inline) -> bool:
    return text.is_of_links or text.text.startswith(("http://", "https://"))


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


def _joined(article: Article, listing: Listing, lead_in: str, heading: str, block_index: BlockIndex) -> Iterator[Fact]:
    """The fact that a sentence over all items states, if it can be learnt as one."""
    texts = [item.inline for item in listing.items]
    answer = " ".join(text.text.strip() for text in texts)
    if weight(answer, _LONGEST_SENTENCE) <= _LONGEST_SENTENCE and has_words(answer) and not is_formula(answer):
        yield Fact(
            "purpose", "", answer, Location(article.document.name, listing.items[0].line), block_index,
            context=lead_in, heading=heading, links=tuple(link.target for text in texts for link in text.links),
            pin=listing.items[0].pin, flaws=tuple(flaw for text in texts for flaw in text.flaws),
        )  # fmt: skip


def _items(
    article: Article, kind: str, items: tuple[Item, ...], lead_in: str, heading: str, block_index: BlockIndex
) -> Iterator[Fact]:
    for item in items:
        text = item.inline.text
        leads_in = bool(item.children) and (introduces(text) or is_question(text))
        if has_words(text) and not is_formula(text) and not leads_in:
            # behind its label a sentence may go on in lower case; on a card it stands alone
            said = capitalised(text, article.document.language) if item.label else text
            yield Fact(
                kind, "", said, Location(article.document.name, item.line), block_index,
                context=lead_in, heading=heading, label=item.label, number=item.number,
                links=tuple(link.target for link in item.inline.links), pin=item.pin, flaws=item.inline.flaws,
            )  # fmt: skip
        if item.children:
            yield from _items(article, kind, item.children, text or item.label, heading, block_index)
