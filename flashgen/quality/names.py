"""Numbers that are names: codes, and titles that begin with a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.kinds import KINDS
from flashgen.language.codes import codes
from flashgen.quality.view import View
from flashgen.records import Version

_TITLE_NUMBER = re.compile(r"(\d+)\s+[^\W\d_]")
_SHARED = 4
"""Letters in a row that make two words alike, and fewer of which make a word a short one."""


def codes_differ(view: View) -> str:
    """Each side names a code, such as that of a form, that the other does not.

    Met in English articles on the form 1040, where "1040-A" became "1040-An". Figures are compared by the pairing.
    """
    ours, theirs = codes(view.fact.answer), codes(view.partner.answer)
    if ours - theirs and theirs - ours:
        return f"{', '.join(sorted(ours - theirs))} is not {', '.join(sorted(theirs - ours))}"
    return ""


def name_as_quantity(view: View) -> str:
    """The number in a thing's name, read as how many of them there are.

    Met in "341-meeting": the translations say "341 meetings take place". A language that sets the number of a name
    behind its noun shows it elsewhere in the article; one that sets it before ("the 341 meeting") cannot. Behind a
    short word ("at 341 meetings") the sentence says nothing of how many there are, and may pass.
    """
    found = _TITLE_NUMBER.match(view.version.title)
    if not found:
        return ""
    number = found[1]
    if KINDS[view.fact.kind].has_figure and view.fact.figure.strip() == number:
        return f"{number} belongs to the name"
    uses = [use for text, _ in view.texts for use in _uses(text, number)]
    if not uses or not _number_follows_noun(view.version, number):
        return ""
    title = view.version.title
    for before, after in uses:
        if not after or _alike(before, title) or 0 < len(before) < _SHARED:
            continue
        if _alike(after, title) or (not before and len(after) >= _SHARED):
            return f"{number} belongs to the name, and reads as how many: {number} {after}"
    return ""


def _number_follows_noun(version: Version, number: str) -> bool:
    """Whether the text sets the words of its title before the number more often than behind it."""
    uses = [use for text in _texts(version) for use in _uses(text, number)]
    return sum(_alike(before, version.title) for before, _ in uses) > sum(
        _alike(after, version.title) for _, after in uses
    )


def _texts(version: Version) -> Iterator[str]:
    """All but the title, which may stand in the text as its first heading."""
    yield version.description
    for section in version.sections:
        first = 0 if section.level > 1 else 1
        yield from (inline.text for inline in section.texts[first:])


def _uses(text: str, number: str) -> Iterator[tuple[str, str]]:
    """The words directly before and behind each use of a number; empty where none stands there.

    One that begins a quotation is the name itself.
    """
    if number in text:
        word = r"[^\W\d_]+"
        alone = rf"(?<![\w.,\"'“„«‘-]){number}(?![\w-]|[.,]\d)"
        for match in re.finditer(rf"(?:({word}) )?{alone}(?: ({word}))?", text):
            yield match[1] or "", match[2] or ""


def _alike(word: str, title: str) -> bool:
    """Whether a word shares four letters in a row with the title, whatever its ending and its prefixes."""
    word, title = word.casefold(), title.casefold()
    return any(word[i : i + _SHARED] in title for i in range(len(word) - _SHARED + 1))
