"""What a callout begins with to say what sort it is ("**Note:** The mill ..."): no part of what it says.

It is bold, and the name of a callout in a generator's notation, or begins several quotations of the document, or is an
exclamation of a few words ("**Attention!** ..."); whatever else is bold ("**Ebb:** the water falls") is what the text
is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from flashgen.corpus.containers import names_callout
from flashgen.language import marks
from flashgen.language.text_types import word_count
from flashgen.record import replace
from flashgen.records.documents import Block, Inline, Quotation, Section

_MARKS = f"{marks.COLONS}{marks.STOPS}{marks.EXCLAMATION_MARKS} \u00a0"
_BEHIND = re.compile(rf"[\s{marks.COLONS}{marks.STOPS}{marks.EXCLAMATION_MARKS}]*(?:[–—-]\s+)?")
"""What stands between a label and the text."""
_LONGEST = 24
"""Characters of a label at most."""
_SEVERAL = 2
_CALL = 3
"""Words of an exclamation that calls for attention, at most."""


def without_callout_labels(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections of a document without such labels."""
    read = tuple(sections)
    begun = [_label(block) for section in read for block in section.blocks if isinstance(block, Quotation)]
    counts = Counter(filter(None, begun))
    labels = {label for label in counts if counts[label] >= _SEVERAL or names_callout((label,))}
    labels |= set(filter(None, (_call(block) for section in read for block in section.blocks)))
    for section in read:
        if labels and any(isinstance(block, Quotation) for block in section.blocks):
            blocks = (_shortened(one, labels) if isinstance(one, Quotation) else one for one in section.blocks)
            yield replace(section, blocks=tuple(blocks))
        else:
            yield section


def _label(quotation: Quotation) -> str:
    """The bold words that a quotation begins with and that its text does not go on from, in small letters."""
    text = quotation.paragraphs[0].inline if quotation.paragraphs else Inline("")
    begin, end = _begin(text), _end_of_bold(text)
    label, rest = text.text[:end], text.text[begin:]
    goes_on = not any(sign in text.text[end - 1 : begin] for sign in marks.COLONS) and rest[:1].islower()
    return label.strip(_MARKS).casefold() if 0 < end <= _LONGEST and rest and not goes_on else ""


def _call(block: Block) -> str:
    """The label of a quotation that begins by calling for attention, if another sentence follows."""
    if not isinstance(block, Quotation) or not (label := _label(block)):
        return ""
    text = block.paragraphs[0].inline
    end = _end_of_bold(text)
    mark = text.text[max(0, end - 1) : end + 1].strip()
    calls = any(sign in mark for sign in marks.EXCLAMATION_MARKS)
    return label if calls and len(label.split()) <= _CALL and word_count(text.text[_begin(text) :]) > _CALL else ""


def _begin(text: Inline) -> int:
    """Where the text behind bold words begins."""
    end = _end_of_bold(text)
    behind = _BEHIND.match(text.text, end)
    return behind.end() if behind else end


def _end_of_bold(text: Inline) -> int:
    return next((style.end for style in text.styles if style.name == "b" and style.start == 0), 0)


def _shortened(quotation: Quotation, labels: set[str]) -> Quotation:
    if _label(quotation) not in labels:
        return quotation
    first, *others = quotation.paragraphs
    return replace(quotation, paragraphs=(replace(first, inline=_rest(first.inline, _begin(first.inline))), *others))


def _rest(text: Inline, start: int) -> Inline:
    """A text from a place on, with the links and styles that stand there."""
    links = (
        replace(one, start=max(one.start - start, 0), end=one.end - start) for one in text.links if one.end >= start
    )
    styles = (
        replace(one, start=max(one.start - start, 0), end=one.end - start) for one in text.styles if one.end > start
    )
    return replace(text, text=text.text[start:], links=tuple(links), styles=tuple(styles))
