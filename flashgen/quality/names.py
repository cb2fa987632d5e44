"""Numbers that are names: codes, and titles that begin with a number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from flashgen.kinds import KINDS
from flashgen.language.codes import codes
from flashgen.language.unicode_forms import unicode_form
from flashgen.quality.view import View
from flashgen.records import Version

_TITLE_NUMBER = re.compile(r"(\d+)(?:\s+|-)([^\W\d_]+)")
_USUAL = 3
"""How often a form of a name is met for each other one, to be the usual."""
_SHARED = 4
"""Letters in a row that make two words alike, and fewer of which make a word a short one."""


def codes_differ(view: View) -> str:
    """Each side names a code, such as that of a form, that the other does not.

    Met in English articles on the form 1040, where "1040-A" became "1040-An". Figures are compared by the pairing.
    """
    ours = codes(view.fact.answer)
    theirs = codes(view.partner.answer) if ours else ours
    if ours - theirs and theirs - ours:
        return f"{', '.join(sorted(ours - theirs))} is not {', '.join(sorted(theirs - ours))}"
    return ""


def name_as_quantity(view: View) -> str:
    """The number in a thing's name, read as how many of them there are.

    Met in "341-meeting": the translations say "341 meetings take place". A language that sets the number of a name
    behind its noun shows it elsewhere in the article; so does one that joins both with a hyphen (in "529plan", German:
    "529-Plan", and "529 Pläne") or gives the noun of a name an ending (Turkish: "529 planı", and "529 plan"); one that
    sets it before ("the 341 meeting") cannot. Behind a short word ("at 341 meetings") the sentence says nothing of how
    many there are, and may pass.
    """
    found = _TITLE_NUMBER.match(view.version.title)
    if not found:
        return ""
    number = found[1]
    if KINDS[view.fact.kind].has_figure and view.fact.figure.strip() == number:
        return f"{number} belongs to the name"
    uses = [use for text, _ in view.texts for use in _uses(text, number)]
    title = view.version.title
    if odd := _unlike_the_name(uses, view.version, number, found[2]):
        return f"{number} belongs to the name, and reads as how many: {number} {odd}"
    if not uses or not _number_follows_noun(view.version, number):
        return ""
    for before, after in uses:
        if not after or _alike(before, title) or 0 < len(before) < _SHARED:
            continue
        if _alike(after, title) or (not before and len(after) >= _SHARED):
            return f"{number} belongs to the name, and reads as how many: {number} {after}"
    return ""


def _unlike_the_name(uses: Iterable[tuple[str, str]], version: Version, number: str, noun: str) -> str:
    """The word behind a number that parts it from the name: without its hyphen, or without the ending of its noun."""
    behind = [after for _, after in uses if _alike(after, version.title)]
    if not behind:
        return ""
    texts = list(_texts(version))
    everywhere = [after for text in texts for _, after in _uses(text, number) if _alike(after, version.title)]
    joined = sum(len(re.findall(rf"(?<![\w-]){number}-[^\W\d_]{{{_SHARED},}}", text)) for text in texts)
    if joined >= _USUAL * len(everywhere):
        return behind[0]
    noun = noun.casefold()
    whole = sum(after.casefold().startswith(noun) for after in everywhere)
    cut = [after for after in behind if after.casefold() != noun and noun.startswith(after.casefold())]
    bare = sum(after.casefold() in {one.casefold() for one in cut} for after in everywhere)
    return cut[0] if cut and whole >= _USUAL * bare else ""


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


@lru_cache(maxsize=2000)  # each text of an article is asked for by each of its facts
def _uses(text: str, number: str) -> tuple[tuple[str, str], ...]:
    """The words directly before and behind each use of a number; empty where none stands there.

    One that begins a quotation is the name itself.
    """
    if number not in text:
        return ()
    word = r"[^\W\d_]+"
    alone = rf"(?<![\w.,\"'“„«‘-]){number}(?![\w-]|[.,]\d)"
    return tuple(
        (match[1] or "", match[2] or "") for match in re.finditer(rf"(?:({word}) )?{alone}(?: ({word}))?", text)
    )


def _alike(word: str, title: str) -> bool:
    """Whether a word shares four letters in a row with the title, whatever its ending and its prefixes."""
    word, title = _plain(word), _plain(title)
    return any(word[i : i + _SHARED] in title for i in range(len(word) - _SHARED + 1))


@lru_cache(maxsize=2000)
def _plain(text: str) -> str:
    """A text without case and accents."""
    parts = unicode_form("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))
