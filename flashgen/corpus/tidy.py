"""A paragraph's text as a reader should see it: spaces and punctuation repaired, links and styles moved along."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate

from flashgen.corpus.brackets import with_matching_brackets
from flashgen.language import marks, scripts
from flashgen.language.late_patterns import late_pattern
from flashgen.record import replace
from flashgen.records.documents import Inline, Link, Style

# A link's edges stand in the text as a private character while the text around them is rewritten.
_EDGE = "\ue000"
_GAP = f"{_EDGE}?"
_SPACE_BEFORE = re.compile(rf"(?<=[^\s.,،{_EDGE}])({_GAP}) +({_GAP})([.,،؛)\]}}])(?={_GAP}(?:[\s.,;:!?)\]}}\"'»”]|$))")
_SPACE_AFTER_OPENING = re.compile(rf"([(\[{{])({_GAP}) +(?=\S)")
_STRAY_STOP = re.compile(rf",({_GAP})\.(?={_GAP}(?:\s|$))")
_SPACES = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_FULL_WIDTH = r"\u3001-\u3003\u3008-\u3011\u3014-\u301f\u30fb\uff01-\uff0f\uff1a-\uff1f\uff3b-\uff3d\uff5b-\uff65"
"""Punctuation that is as wide as a letter of Chinese or Japanese, its space included."""
_UNSPACED = rf"\u3005-\u30ff{scripts.HAN}{scripts.HALF_WIDTH_KANA}\uf900-\ufaff\U00020000-\U0003ffff{_FULL_WIDTH}"
"""Chinese and Japanese: unlike Thai, no space parts their sentences either."""
_UNTIDY = late_pattern(
    rf"[{_EDGE}\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029 (\[{{,]"  # one set, which is found faster than its parts
    rf"(?:(?<![ (\[{{,])|(?<= )(?:[ .,،؛)\]}}]|(?<=[{_UNSPACED}] ))|(?<=[(\[{{]) |(?<=,)\.)"
)
_WIDE = late_pattern(f"[{_UNSPACED}]")
_LINE_END = rf"(?:[ \t]|{_EDGE})*+\n(?:\s|{_EDGE})*+"
_UNSPACED_GAP = late_pattern(
    rf"(?<=[{_UNSPACED}]){_LINE_END}(?=[“‘(]?[{_UNSPACED}])|(?<=[{_UNSPACED}][”’)…—]){_LINE_END}(?=[{_UNSPACED}])"
    rf"|(?<=[{_FULL_WIDTH}]){_LINE_END}|(?<![\s{_EDGE}]){_LINE_END}(?=[{_FULL_WIDTH}])"
    # and where an author set spaces between sentences or words all the same
    rf"|(?<=[{_UNSPACED}]){_EDGE}*+[ \t](?:[ \t]|{_EDGE})*+(?=[{_UNSPACED}])"
)
# a danda that was typed as a bar, or as the Bengali sign of a currency that looks like one
_DANDA = re.compile(rf"(?:(?<=[{scripts.INDIC}])|(?<=[{scripts.INDIC}][)\]\"'”’»])) ?[|৷](?=\s|$)")
_MARKS = f"{marks.ENDS}{marks.PARTING}{marks.COLONS}"
_HEAD = re.compile(rf"^[\s{_MARKS}-]*")
_TAIL = re.compile(rf"(?<![\s{_MARKS}-])[\s{_MARKS}-]++$")


def tidy(text: str, links: list[tuple[str, int, int]], styles: list[Style], flaws: tuple[str, ...]) -> Inline:
    """Collapse spaces and repair punctuation, and move the places of links and styles along."""
    text = with_matching_brackets(text)
    if "|" in text or "৷" in text:
        text = _DANDA.sub(lambda match: f"{match[0][:-1]}{marks.DANDA}", text)
    clean, moved = text, None
    if _UNTIDY.search(text.strip()):
        edges = {place for _, *places in links for place in places}
        edges |= {place for style in styles for place in (style.start, style.end)}
        clean, moved = _rewritten(text, sorted(edges))
    offset = len(clean) - len(clean.lstrip())
    shown = clean.strip()

    def at(place: int) -> int:
        return moved[place] if moved else place

    found = [(target, *_trimmed(clean, at(start), at(end))) for target, start, end in links]
    kept = tuple(Link(target, start - offset, end - offset) for target, start, end in found if start < end)
    if not styles:
        return Inline(shown, kept, flaws)
    placed = (replace(style, start=at(style.start) - offset, end=at(style.end) - offset) for style in styles)
    set_ = [style for style in map(_within(shown), placed) if style.start < style.end]
    return Inline(shown, kept, flaws, tuple(sorted(set_, key=lambda style: (style.start, -style.end))))


def _within(text: str) -> Callable[[Style], Style]:
    """Styles without the spaces at their edges, and none beyond the text."""

    def trimmed(style: Style) -> Style:
        start, end = max(style.start, 0), min(style.end, len(text))
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        return replace(style, start=start, end=start + len(words.strip()))

    return trimmed


def _rewritten(text: str, marks: list[int]) -> tuple[str, dict[int, int]]:
    """The repaired text, and where each edge of a link or a style has moved."""
    chunks = [text[a:b].replace(_EDGE, "") for a, b in zip([0, *marks], [*marks, len(text)], strict=True)]
    marked = _EDGE.join(chunks)
    if _WIDE.search(marked):
        marked = _UNSPACED_GAP.sub(lambda match: _EDGE * match[0].count(_EDGE), marked)
    marked = _SPACES.sub(" ", marked)
    marked = _SPACE_BEFORE.sub(r"\1\2\3", marked)
    marked = _SPACE_AFTER_OPENING.sub(r"\1\2", marked)
    marked = _STRAY_STOP.sub(r",\1", marked)
    marked = re.sub(f" {_EDGE} ", f" {_EDGE}", marked).strip(" ")
    kept = marked.split(_EDGE)
    places = accumulate(map(len, kept[:-1]), initial=0)
    return "".join(kept), dict(zip([0, *marks], places, strict=True))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The edges of a link without the spaces and punctuation at them; one place where nothing else is in it."""
    words = text[start:end]
    if words[:1].isalnum() and words[-1:].isalnum():  # as of most links
        return start, end
    head = len(words) - len(_HEAD.sub("", words))
    return start + head, start + head + len(_TAIL.sub("", words[head:]))
