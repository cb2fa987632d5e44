"""The definition: the description, the opening sentences or a highlight that define; asked by the first heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from flashgen.facts.lead_ins import is_bold_label
from flashgen.facts.lists import highlight_facts
from flashgen.facts.outline import Outline, asks_without_marks
from flashgen.language import marks
from flashgen.language.addresses import without_addresses
from flashgen.language.sentences import sentences
from flashgen.language.text_types import (
    ends_sentence,
    has_words,
    introduces,
    is_headline,
    is_question,
    is_statement,
    word_count,
)
from flashgen.language.word_forms import (
    find_words,
    first_words,
    folded,
    form_tests,
    holds_words,
    letters_beside,
    share_a_word,
    share_of_words,
)
from flashgen.record import replace
from flashgen.records.documents import Article, Paragraph
from flashgen.records.facts import Fact

_QUESTION_MARKS = f"{marks.TYPED_QUESTION_MARKS}{marks.ARMENIAN_QUESTION_MARK}"
_ASKING_END = re.compile(rf"(?<![{marks.TYPED_QUESTION_MARKS}\s])[{marks.TYPED_QUESTION_MARKS}\s]++$")
_ASKING_START = re.compile(rf"^[{marks.TYPED_QUESTION_MARKS}\s]+")
_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]")
_BEGINNING = 12
"""Words among which a sentence that defines a thing names it."""
_OPENING = 3
"""Paragraphs that belong to an opening at most."""
_SPARE = 2
"""Words that may stand before and between those of a headline."""
_LITTLE = 48
"""Letters beside the title's words, with fewer of which a sentence says little."""
_SUBJECT = 3
"""Words among which a text that tells of a thing names it ("The tide is ...")."""
_ROOT = 4
"""Letters that a form of a word has at least in common with it ..."""
_ENDING = 2
"""... and letters that it may have instead of others at its end."""
_START = 6
"""Words among which half of a title's words will do ("A distributed application is ...", of "Distributed apps")."""


def definition_facts(outline: Outline) -> Iterator[Fact]:
    """The definition as the description gives it; none where there is no whole one.

    A title of many words is the headline of a guide, whose description seldom says what it is: it must name it.
    """
    article = outline.article
    description = _without_question(article)
    if is_headline(article.title) and not _defines(article, description):
        return
    if _comes_to_name(article, description):
        return
    if has_words(description) and not description.endswith(("...", "…")):
        location = article.document.location(article.description_line)
        yield Fact(
            "definition", _question(outline, description), description, location,
            names_question=_tells_at_once(article, description),
        )  # fmt: skip


def _comes_to_name(article: Article, text: str) -> bool:
    """Whether a text comes to a name of several words behind its beginning alone: it tells what the thing is good for
    ("Keep a village friendly by rules of the well", of "Rules of the well"), since what it is can be said without it.
    """
    title, first = article.title, next(iter(sentences(text, article.document.language)), "")
    if len(form_tests(title)) < 2 or share_of_words(title, first_words(first, _START)) > 0:
        return False
    words, length = find_words(first), len(find_words(title))
    return any(holds_words(title, " ".join(words[start : start + length])) for start in range(len(words)))


def opening_facts(outline: Outline) -> Iterator[Fact]:
    """The definition as the text's opening gives it, if its first sentence says what the title means; it is cut later.

    One version may have parted its opening into paragraphs and another not, so that all are taken.
    """
    paragraphs = _opening(outline.article)
    text = paragraphs[0].inline.text if paragraphs else ""
    if _defines(outline.article, text):
        yield _opening_fact(outline, paragraphs, text)


def second_sentence_facts(outline: Outline) -> Iterator[Fact]:
    """The definition as the opening gives it behind a sentence that tells of a part of the title alone."""
    article, paragraphs = outline.article, _opening(outline.article)
    first, *others = sentences(paragraphs[0].inline.text if paragraphs else "", outline.language) or [""]
    text = " ".join(others)
    if any(_is_about_part(title, first) for title in _titles(article)) and _defines(article, text):
        yield _opening_fact(outline, paragraphs, text)


def _opening_fact(outline: Outline, paragraphs: Sequence[Paragraph], text: str) -> Fact:
    """A definition that begins with a text of the first paragraph, and goes on with the others."""
    said = "\n".join((text, *(paragraph.inline.text for paragraph in paragraphs[1:])))
    said = without_addresses(said, outline.language)
    flaws = tuple(flaw for paragraph in paragraphs for flaw in paragraph.inline.flaws)
    location = outline.article.document.location(paragraphs[0].line)
    return Fact(
        "definition", _question(outline, said), said, location, flaws=flaws,
        names_question=_tells_at_once(outline.article, said),
    )  # fmt: skip


def _tells_at_once(article: Article, text: str) -> bool:
    """Whether a text comes to the title in its first words, or says what it is without it ("A house for bees").

    "How to adjust a brake", "All about rim brakes" and "How brakes work" are about it, and do not say what it is. Words
    may be parts of compounds.
    """
    if ends_sentence(text) and share_of_words(article.title, first_words(text, _SUBJECT)) > 0:
        return True
    said = " ".join(map(folded, find_words(text)))
    return not all(folded(word)[: max(_ROOT, len(word) - _ENDING)] in said for word in find_words(article.title))


def defining_highlight_facts(outline: Outline) -> Iterator[Fact]:
    """The definition as a highlight gives it that says what the title means: the one most like the description.

    A description may be damaged, and still tells what the article takes its thing to be; "X is important for ..." tells
    another thing. Without one, the first such highlight is taken.
    """
    article = outline.article
    defining = [
        fact for fact in highlight_facts(outline) if not fact.label and _defines(article, fact.answer, is_surely=True)
    ]
    if defining:
        best = max(defining, key=lambda fact: share_of_words(article.description, fact.answer))
        question = _question(outline, best.answer)
        yield replace(best, kind="definition", question=question, block_index=(0, 0), number=0)


def definition_question(outline: Outline) -> str:
    """The question that asks for the article's definition, if a heading does and anything answers."""
    if not outline.question:
        return ""
    readers = (definition_facts, opening_facts, second_sentence_facts, defining_highlight_facts)
    return next((fact.question for read in readers for fact in read(outline) if fact.question), "")


def _question(outline: Outline, said: str) -> str:
    """The first heading, if it asks for what a text says: it names the title, or what the text begins with.

    "Why measure anything?" is another question than what metrics are.
    """
    question = outline.question
    is_answered = share_of_words(outline.article.title, question) > 0 or share_a_word(
        question, first_words(said, _BEGINNING)
    )
    return question if is_answered else ""


def _defines(article: Article, text: str, is_surely: bool = False) -> bool:
    """Whether the first sentence of a text is a statement that names the article's title among its first words.

    `is_surely` asks for most of the title at the very start: what stands in a list may say anything. All of a headline
    must stand there.
    """
    first = next(iter(sentences(text, article.document.language)), "")
    titles = _titles(article)
    if is_question(first) or not _names(article.title, titles, first, is_surely) or not is_statement(first):
        return False
    return not any(_is_about_part(title, first) or _is_preliminary(title, first) for title in titles)


def _names(whole: str, titles: Sequence[str], sentence: str, is_surely: bool) -> bool:
    """Whether a sentence names a title early enough to define it. `titles` are those of `_titles`, of the whole one."""
    if is_headline(whole):
        beginning = first_words(sentence, max(_START, word_count(whole) + _SPARE))
        return any(share_of_words(title, beginning) == 1 for title in titles)
    start = first_words(sentence, _START)
    if is_surely:
        return any(share_of_words(title, start) > 0.5 for title in titles)
    beginning = first_words(sentence, _BEGINNING)
    return any(
        share_of_words(title, start) >= 0.5 or share_of_words(title, beginning) > 0.5 or holds_words(title, start)
        for title in titles
    )


def _is_about_part(title: str, sentence: str) -> bool:
    """Whether a word of a title stands alone before the whole title does: "Left in Shift Left means ..."

    What stands in brackets is another name ("source control (or version control)").
    """
    tests = form_tests(title)
    words = [folded(word) for word in find_words(_BRACKETED.sub(" ", sentence))]
    hits = [place for place, word in enumerate(words) if any(test(word) for test in tests)]
    length = len(find_words(title))
    for place in hits if len(tests) > 1 else ():
        if all(any(map(test, words[place : place + length])) for test in tests):
            return place > hits[0]
    return False


def _is_preliminary(title: str, sentence: str) -> bool:
    """Whether a sentence comes to the title late and says little: "Please note that the word wheel has two senses." """
    words = [folded(word) for word in find_words(sentence)]
    tests = form_tests(title)
    first = next((place for place, word in enumerate(words) if any(test(word) for test in tests)), 0)
    return 2 * first > len(words) and letters_beside(title, sentence) < _LITTLE


def _titles(article: Article) -> tuple[str, ...]:
    """A title, without what stands in brackets, and that alone ("Grado di protezione (IP)")."""
    outside = _BRACKETED.sub(" ", article.title).strip()
    return tuple(filter(has_words, (outside, *_BRACKETED.findall(article.title)))) or (article.title,)


def _without_question(article: Article) -> str:
    """Descriptions may begin by asking ("What is X? X is ..."): the question is not the answer."""
    text, language = article.description, article.document.language
    heading = next((section.heading.text for section in article.sections if section.level > 1), "")
    # a heading that names the thing ("Tide") is where the answer begins, too
    asked = _ASKING_END.sub("", heading) if is_question(heading) or asks_without_marks(article) else ""
    if asked and text.casefold().startswith(asked.casefold()) and len(text) > len(asked):
        rest = _ASKING_START.sub("", text[len(asked) :])
        # in a script without question marks, only a space parts the question from what follows
        return rest if rest != text[len(asked) :] else text
    if not any(mark in text for mark in _QUESTION_MARKS):
        return text
    parts = list(sentences(text, language))
    while parts and is_question(parts[0]):
        parts.pop(0)
    return " ".join(parts)


def _opening(article: Article) -> list[Paragraph]:
    """The first paragraphs of the text, without what leads in to a list."""
    for section in article.sections:
        blocks = dropwhile(lambda block: not isinstance(block, Paragraph), section.blocks)
        found: list[Paragraph] = []
        for block in blocks:
            if not isinstance(block, Paragraph) or len(found) == _OPENING:
                break
            if found and (introduces(block.inline.text) or _begins_anew(block)):
                break
            found.append(block)
        if found:
            return _without_lead_in(found, article.document.language)
    return []


def _without_lead_in(opening: list[Paragraph], language: str) -> list[Paragraph]:
    """An opening without the sentence that leads in to what follows its first paragraph; none if that says no more."""
    first = opening[0].inline
    if not introduces(first.text):
        return opening
    *before, last = sentences(first.text, language) or [first.text]
    said = first.text[: first.text.rfind(last)].rstrip() if before else ""
    return [replace(opening[0], inline=replace(first, text=said))] if said else []


def _begins_anew(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a bold label ("**To do:** ...") or question: what follows is about that."""
    text, styles = paragraph.inline.text, paragraph.inline.styles
    if not styles or styles[0].name != "b" or styles[0].start > 0:
        return False
    label, rest = text[: styles[0].end], text[styles[0].end :].lstrip()
    return is_bold_label(paragraph) or introduces(label) or introduces(rest[:1]) or is_question(label)
