"""What leads in to a list: the last sentence of the paragraph before it, where that is sound. Told by form alone."""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.language import scripts
from flashgen.language.late_patterns import late_pattern
from flashgen.language.sentences import sentences
from flashgen.language.text_types import ends_sentence, introduces, is_formula, only_announces, weight
from flashgen.records.documents import Block, Listing, Paragraph, Quotation, Section

_WITHOUT_COLONS = late_pattern(f"[{scripts.KANA}{scripts.HANGUL}]")
"""Korean and Japanese end what leads in to a list as they end any sentence."""
_SHORT = 120
"""A paragraph that ends without a colon leads in to a list only if it weighs no more."""
_TWO_SENTENCES = 140
"""Two sentences that weigh more are too long to lead in."""
_LABEL = 60
"""A label in bold weighs no more."""
_LEANING = 25
"""A sentence that weighs less ("That is not so:") says nothing without the one before it."""
_VAGUE = 90
"""A sentence that weighs less, and names nothing of what it leads in to ("There are several reasons to do so:"), says
little without the one before it."""


def find_lead_in(
    blocks: Sequence[Block], position: int, language: str, said: str = "", *, may_be_behind: bool = False
) -> str:
    """The sentence that leads in to the list at `position` of a section; empty where none soundly does.

    `said` is what a card shows beside it: a sentence that shares no word with that takes the one before it along.
    `may_be_behind`: whether one without a colon may stand behind others, in a script that uses no colon there; the
    other language tells then whether it leads in, by what stands opposite it.
    Lists with nothing between them but items that lost their bullets are parts of one list, and led in together.
    """
    for index in range(position - 1, -1, -1):
        block = blocks[index]
        if isinstance(block, Listing):
            continue
        if not isinstance(block, Paragraph):
            return ""
        before = blocks[index - 1] if index else None
        if is_formula(block.inline.text):
            return _find_introduction(before, language, said)
        if introduces(block.inline.text):
            return _last_sentence(block, language, said)
        if is_bold_label(block):
            return block.inline.text
        if _is_torn(block.inline.text) or _is_lost_item(block, before):
            continue
        # what closes one list seldom opens the next
        if isinstance(before, Listing) or not (
            _is_short(block) or (may_be_behind and may_lack_colon(block.inline.text))
        ):
            return ""
        return _sentence_without_colon(block, language, said)
    return ""


def is_bold_label(paragraph: Paragraph) -> bool:
    """Whether a paragraph is nothing but a few words in bold that end no sentence, as a heading ("**Drawbacks**")."""
    text = paragraph.inline.text
    is_bold = any(
        style.name == "b" and style.start == 0 and style.end == len(text) for style in paragraph.inline.styles
    )
    return is_bold and not ends_sentence(text) and weight(text, _LABEL) <= _LABEL


def find_tagline(section: Section, position: int, language: str) -> str:
    """How a quotation between an article's title and a list begins: what the thing is that the items tell more of."""
    first = section.blocks[0]
    if section.level > 1 or position != 1 or not isinstance(first, Quotation) or first.heading:
        return ""
    said = next(iter(sentences(first.paragraphs[0].inline.text, language)), "")
    return said if weight(said, _SHORT) <= _SHORT else ""


def _find_introduction(before: Block | None, language: str, said: str) -> str:
    """What leads in to a formula leads in to the list beneath it too, if it ends in a colon."""
    if isinstance(before, Paragraph) and introduces(before.inline.text):
        return _last_sentence(before, language, said)
    return ""


def _is_torn(text: str) -> bool:
    """Whether a paragraph begins as no paragraph does: it is an item that lost its bullet and its beginning."""
    return text[0].islower() or text[0] in ",;:.-–)"


def _is_lost_item(paragraph: Paragraph, before: Block | None) -> bool:
    """Whether a paragraph behind a list is an item of it that lost its bullet: like the others, it ends no sentence."""
    if not isinstance(before, Listing) or introduces(paragraph.inline.text) or is_formula(paragraph.inline.text):
        return False
    return not any(map(ends_sentence, (paragraph.inline.text, *(item.inline.text for item in before.items))))


def _is_short(paragraph: Paragraph) -> bool:
    return weight(paragraph.inline.text, _SHORT) <= _SHORT


def may_lack_colon(text: str) -> bool:
    """Whether a text is in a script that sets no colon behind what leads in to a list."""
    return _WITHOUT_COLONS.search(text) is not None


def _sentence_without_colon(paragraph: Paragraph, language: str, said: str) -> str:
    """The last sentence of a paragraph that leads in without a colon; none where it only leans on the one before, or is
    long."""
    last = (sentences(paragraph.inline.text, language) or [paragraph.inline.text])[-1]
    is_short = weight(last, _TWO_SENTENCES) <= _TWO_SENTENCES
    return last if is_short and _last_sentence(paragraph, language, said) == last else ""


def _last_sentence(paragraph: Paragraph, language: str, said: str) -> str:
    """The last sentence of a paragraph, with the one before it where it leans on that.

    Where both are too long, one that says nothing alone leads in to nothing.
    """
    *before, last = sentences(paragraph.inline.text, language) or [paragraph.inline.text]
    if not before or not (is_brief := weight(last, _LEANING) < _LEANING) and not _is_vague(last, said):
        return last
    both = paragraph.inline.text[max(0, paragraph.inline.text.rfind(before[-1])) :]
    if weight(both, _TWO_SENTENCES) <= _TWO_SENTENCES:
        return both
    return "" if is_brief else last


def _is_vague(sentence: str, said: str) -> bool:
    """Whether a short sentence names nothing of what a card shows beside it; a question asks for all of it."""
    return bool(said) and only_announces(sentence, said, _VAGUE)
