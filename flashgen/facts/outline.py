"""Article -> its outline: which sections ask, close it, or lead on to other pages. Found once, for all readers."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from flashgen.language.text_types import asks_without_mark, ends_sentence, has_words, is_question
from flashgen.record import Record
from flashgen.records.documents import Article, Block, Inline, Item, Listing, Paragraph, Section

_LEAST = 2
_LONGEST_ITEM = 400


class Outline(Record):
    """An article, and what its sections are for."""

    article: Article
    question: str
    """The heading that asks what the thing is; empty where none does."""
    faq_runs: tuple[tuple[int, ...], ...]
    """Runs of two or more consecutive headings of one level, most of them questions, by their numbers."""
    faq: frozenset[int]
    """The sections in these runs, whose lists are parts of answers."""
    highlights: int | None
    """The closing section that is only a list, and answers no question. Behind it there may stand questions, or links
    and nothing else."""
    leading_on: frozenset[int]
    """Those behind it that lead on to other pages."""

    @property
    def language(self) -> str:
        return self.article.document.language


def outline(article: Article) -> Outline:
    """What the sections of an article are for."""
    runs = _faq_runs(article)
    faq = frozenset(number for run in runs for number in run)
    return Outline(article, _first_question(article), runs, faq, *_closing_sections(article, faq))


def _faq_runs(article: Article) -> tuple[tuple[int, ...], ...]:
    """Runs of two or more consecutive headings of one level, at least the third, most of them questions."""
    runs: list[tuple[int, ...]] = []
    run: list[int] = []
    for number, section in enumerate(article.sections):
        if section.level >= 3 and (not run or article.sections[run[-1]].level == section.level):
            run.append(number)
            continue
        runs.append(tuple(run))
        run = [number] if section.level >= 3 else []
    runs.append(tuple(run))
    return tuple(run for run in runs if len(run) >= _LEAST and _asks(article, run))


def _asks(article: Article, run: tuple[int, ...]) -> bool:
    questions = sum(is_question(article.sections[number].heading.text) for number in run)
    if questions * 2 > len(run):
        return True
    # languages that often set no question marks: a closing section with nothing but headed answers
    unmarked = questions * 2 == len(run) or not any(is_question(section.heading.text) for section in article.sections)
    before = article.sections[run[0] - 1] if run[0] else None
    closes = run[-1] == len(article.sections) - 1
    headed = before is not None and before.level == 2 and not before.blocks
    return unmarked and closes and headed and asks_without_marks(article)


def _first_question(article: Article) -> str:
    """The heading that asks what the thing is: the first one beneath the title, if it is a question."""
    for section in article.sections:
        if section.level <= 1:
            if section.heading.text != article.title and is_question(section.heading.text):
                return section.heading.text  # the front matter has another title
            if any(isinstance(block, Paragraph) for block in section.blocks):
                return ""  # the text begins before any question is asked
            continue
        return section.heading.text if is_question(section.heading.text) else ""
    return ""


def asks_without_marks(article: Article) -> bool:
    """Whether an article is in a script of South-East or East Asia, where a question needs no mark."""
    return asks_without_mark(article.title + article.description)


def _closing_sections(article: Article, faq: Container[int]) -> tuple[int | None, frozenset[int]]:
    """The closing section that is only a list, if there is one; and those behind it that lead on to other pages."""
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
    """Whether most items of a section's lists end in a link ("Learn more about tides"), or are hardly more than one
    ("Tides on the open sea"): they tell no fact."""
    items = [item for block in section.blocks if isinstance(block, Listing) for item in _last_items(block.items)]
    return section.level > 1 and 2 * sum(map(_only_leads_on, items)) > len(items)


def _last_items(items: Iterable[Item]) -> Iterator[Item]:
    """The items of a list, and of those nested in it, that have none themselves."""
    for item in items:
        if item.children:
            yield from _last_items(item.children)
        else:
            yield item


def _only_leads_on(item: Item) -> bool:
    """Whether an item ends in a link, or most of its letters are of links, and it is no sentence."""
    text = item.inline
    linked = sum(link.end - link.start for link in text.links)
    is_mostly_link = 2 * linked >= len(text.text) > 0 and not ends_sentence(text.text)
    return item.leads_away or is_mostly_link or ends_in_link(text)


def ends_in_link(item: Inline) -> bool:
    """Whether the last words of an item are a link; the line of code that an item tells of is none."""
    ends = [link.end for link in item.links if link.end > link.start]
    return bool(ends) and not has_words(item.text[ends[-1] :])


def _is_only_a_list(section: Section) -> bool:
    first, *rest = section.blocks
    return section.level >= 2 and isinstance(first, Listing) and (not rest or _is_last_item(first, rest))


def _is_last_item(listing: Listing, behind: Sequence[Block]) -> bool:
    """Whether a paragraph behind a list is an item that lost its bullet, or only leads on to another page: behind items
    that are no sentences, one that is says something else."""
    first, *others = behind
    if others or not isinstance(first, Paragraph) or len(first.inline.text) >= _LONGEST_ITEM:
        return False
    is_alike = not ends_sentence(first.inline.text) or any(ends_sentence(item.inline.text) for item in listing.items)
    return is_alike or ends_in_link(first.inline)


def _has_body_before(article: Article, number: int) -> bool:
    """A list that is all an article says is its body, not its closing."""
    return any(isinstance(block, Paragraph) for section in article.sections[:number] for block in section.blocks)


def _links_alone(block: Block) -> bool:
    """Whether a block is nothing but links, in a list or one beneath the other."""
    return is_list_of_links(block) or (isinstance(block, Paragraph) and _is_link(block.inline))


def is_list_of_links(block: object) -> bool:
    """Whether every item is nothing but a link ("See also"), or most lead to other sites: it states no fact."""
    if not isinstance(block, Listing):
        return False
    is_of_references = 2 * sum(item.leads_away for item in block.items) > len(block.items)
    return is_of_references or all(_is_link(item.inline) for item in block.items)


def _is_link(text: Inline) -> bool:
    return text.is_of_links or text.text.startswith(("http://", "https://"))
