"""Sentences of a paragraph: sentencex for the language's abbreviations, then a repair of its wrong splits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from flashgen.language import marks
from flashgen.language.dotted_names import is_within_name
from flashgen.language.tags import base_language

_INITIAL = re.compile(r"(?:^|[\s(.])[^\W\d_]\.$")
_LONE_STOP = re.compile(rf"\s[{marks.LONE_STOPS}]$")
"""A full stop behind a space, such as the name of a folder in code, ends no sentence."""
_OF_INITIAL = 3
"""Characters that both look at, at the end of a text."""
_NEAR = 2
"""Segments before and behind a full stop that tell whether it stands within a name."""
_WINDOW = 4000
"""Characters that are split at once: more than the longest sentences and quotations have."""
# sentencex takes the end of a word for an abbreviation here and there ("grano." in Italian, for "no."): a long word is
# none, and what follows it with a capital begins a sentence
_MISSED = re.compile(
    rf"(?:[.!?…](?<=[^\W\d_]{{5}}.)\s++(?=[\"“„«¿¡(]?[^\W\d_])"
    # and it does not know all signs: behind these, anything begins one
    rf"|[{marks.UNKNOWN_STOPS}]\s++(?=\S))"
)


@lru_cache(maxsize=500)  # an opening is asked for its sentences time and again: as a definition, and when it is cut
def sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of one paragraph, in order, stripped. A doubtful boundary is no boundary.

    A part that follows a single initial ("A. Michael") or a full stop that stands alone, or begins in lower case, is
    joined to the one before it.
    """
    found: list[list[str]] = []
    for part in _parts(_whole(_segments(text, base_language(language)), language)):
        if not part:
            continue
        if found and (part[0].islower() or part[0] in ",;:)»" or _ends_in_no_stop(found[-1][-1][-_OF_INITIAL:])):
            found[-1].append(part)
        else:
            found.append([part])
    return tuple(map(" ".join, found))


def _ends_in_no_stop(end: str) -> bool:
    return _INITIAL.search(end) is not None or _LONE_STOP.search(end) is not None


def _segments(text: str, language: str) -> Iterable[str]:
    """What sentencex makes of a text. Its time grows with the square of the length, so a long one is cut."""
    from sentencex import segment

    return _by_windows(text, partial(segment, language)) if len(text) > _WINDOW else segment(language, text)


def _by_windows(text: str, segment: Callable[[str], list[str]]) -> Iterator[str]:
    """The segments of a text that is cut into windows.

    One ends where its last segment begins, which is whole in the next one; a segment that fills a window goes on.
    """
    open_segment: list[str] = []
    start = 0
    while len(text) - start > _WINDOW:
        *whole, last = segment(text[start : start + _WINDOW]) or [text[start : start + _WINDOW]]
        length = sum(map(len, whole))
        if whole and 0 < length < _WINDOW:
            yield "".join((*open_segment, whole[0]))
            yield from whole[1:]
            open_segment = []
            start += length
        else:
            open_segment.append(text[start : start + _WINDOW])
            start += _WINDOW
    first, *others = segment(text[start:]) or [""]
    yield "".join((*open_segment, first))
    yield from others


def _whole(segments: Iterable[str], language: str) -> Iterator[str]:
    """The segments, of which those that a full stop within a name parts are one."""
    found = list(segments)
    start = 0
    for place in range(1, len(found) + 1):
        if place < len(found) and is_within_name(
            found[max(0, place - _NEAR) : place], found[place : place + _NEAR], language
        ):
            continue
        yield "".join(found[start:place])
        start = place


def _parts(segments: Iterable[str]) -> Iterator[str]:
    """The segments, stripped, and parted where a boundary was missed."""
    for segment in segments:
        start = 0
        for gap in _MISSED.finditer(segment):
            if gap[0][0] in marks.UNKNOWN_STOPS or (
                segment[gap.end() : gap.end() + 2].lstrip('"“„«¿¡(')[:1].isupper()
                and segment[gap.start() - 1].islower()
            ):
                yield segment[start : gap.start() + 1].strip()
                start = gap.end()
        yield segment[start:].strip()


def sentence_ends(text: str, language: str) -> tuple[int, ...] | None:
    """Where each sentence of a paragraph ends (`text[:end]`); None where the splitter changed a character."""
    ends: list[int] = []
    position = 0
    for sentence in sentences(text, language):
        start = text.find(sentence, position)
        if start < 0:
            return None
        position = start + len(sentence)
        ends.append(position)
    return tuple(ends)
