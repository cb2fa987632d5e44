"""Questions that one version forgot to mark: a heading that stands where the other version asks asks the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from flashgen.language.text_types import asks_without_mark, has_words, introduces, is_question
from flashgen.pairing.evidence import tokenise
from flashgen.record import replace
from flashgen.records.documents import Inline
from flashgen.records.facts import Fact, SectionTexts, TokenisedText, Version

_FAQ, _SECTION = "faq", "section"


def with_unmarked_questions(native: Version, target: Version) -> tuple[Version, Version]:
    """The versions, of which one has the questions, too, that it asks without a mark where the other has one.

    Only where the headings of both stand one opposite the other: where each version asks opposite a heading of the
    other that does not, a section has rather moved in one of them.
    """
    asked = native.facts.get(_FAQ, ()), target.facts.get(_FAQ, ())
    if not any(asked) or [one.level for one in native.sections] != [one.level for one in target.sections]:
        return native, target
    if _asks_alone(native, target) and _asks_alone(target, native):
        return native, target
    return _completed(native, target, asked[1]), _completed(target, native, asked[0])


def _asks_alone(version: Version, other: Version) -> bool:
    """Whether any heading asks, if only for the definition, opposite one that does not."""
    headings = (
        (one.texts[0].text, there.texts[0].text) for one, there in zip(version.sections, other.sections, strict=True)
    )
    return any(
        is_question(heading) and not (is_question(there) or asks_without_mark(there)) for heading, there in headings
    )


def _completed(version: Version, other: Version, asked: tuple[Fact, ...]) -> Version:
    known = version.facts.get(_FAQ, ())
    found = list(_unmarked(version, other, asked))
    if not found:
        return version
    both = zip((*known, *found), (*version.tokens.get(_FAQ, ()), *map(_tokenise, found)), strict=True)
    asked_at = {fact.location.line for fact in found}
    # what such a heading asks is no section beside it
    sections = zip(version.facts.get(_SECTION, ()), version.tokens.get(_SECTION, ()), strict=True)
    kept = {
        _FAQ: sorted(both, key=lambda one: one[0].location.line),
        _SECTION: [one for one in sections if one[0].location.line not in asked_at],
    }
    facts = {reading: tuple(fact for fact, _ in pairs) for reading, pairs in kept.items()}
    tokens = {reading: tuple(one for _, one in pairs) for reading, pairs in kept.items()}
    return replace(version, facts={**version.facts, **facts}, tokens={**version.tokens, **tokens})


def _unmarked(version: Version, other: Version, asked: tuple[Fact, ...]) -> Iterator[Fact]:
    """The questions that other headings ask, as this version asks them."""
    places = {section.lines[0]: number for number, section in enumerate(other.sections) if section.lines}
    known = {fact.location.line for fact in version.facts.get(_FAQ, ())}
    for fact in asked:
        number = places.get(fact.location.line)
        if number is None or fact.block_index != (number, 0):
            continue
        section = version.sections[number]
        heading = section.texts[0].text
        if section.lines[0] in known or is_question(heading) or asks_without_mark(heading):
            continue
        if answer := _answer(section):
            yield Fact(
                _FAQ, heading, "\n".join(text.text for text in answer),
                version.document.location(section.lines[0]), (number, 0),
                links=tuple(link.target for text in answer for link in text.links),
                flaws=tuple(flaw for text in answer for flaw in text.flaws),
            )  # fmt: skip


def _answer(section: SectionTexts) -> tuple[Inline, ...]:
    """The paragraphs that a section begins with, without one that leads in to a list; none where the list answers."""
    count = len(list(takewhile(lambda block: block[0] == "paragraph", section.shape)))
    paragraphs = section.texts[1 : count + 1]
    # a card shows the first sentences, which a paragraph that was damaged further down takes nothing from
    whole = len(list(takewhile(lambda text: not text.flaws, paragraphs)))
    answer = paragraphs[: max(1, whole)]
    precedes_list = section.shape[count : count + 1] and section.shape[count][0] == "listing"
    if precedes_list and (len(paragraphs) > 1 or (paragraphs and introduces(paragraphs[-1].text))):
        return ()
    return answer if any(has_words(text.text) for text in answer) else ()


def _tokenise(fact: Fact) -> TokenisedText:
    return tokenise(f"{fact.question} {fact.answer}", fact.links)
