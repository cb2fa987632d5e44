"""Numbers that are names: codes, and titles that begin with a number."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from flashgen.kinds import KINDS
from flashgen.language import scripts
from flashgen.language.codes import codes
from flashgen.language.late_patterns import late_pattern
from flashgen.language.particles import PARTICLES
from flashgen.language.unicode_forms import unicode_form
from flashgen.quality.view import Shown, View
from flashgen.records.facts import Version

_TITLE_NUMBER = late_pattern(rf"(\d+)(\([a-z]\))?(?:[\s-]+|(?=[{scripts.EAST_ASIAN}]))([^\W\d_]+)")
_USUAL = 3
"""How often a form of a name is met for each other one, to be the usual."""
_SHARED, _SHARED_WIDE = 4, 2
"""Letters in a row that make two words alike, and fewer of which make a word a short one; and of East Asian words."""
_WIDE = late_pattern(f"[{scripts.EAST_ASIAN}]")
_LONGEST_COUNTER = 3
"""Letters of a word for counting, with its particle, that stands between a number and what it counts."""
_NO_COUNTER = re.compile(rf"{PARTICLES}|[{scripts.HIRAGANA}]+")


def codes_differ(view: View) -> str:
    """Each side names a code, such as that of a form, that the other does not.

    Met in English articles on the form 1040, where "1040-A" became "1040-An". Figures are compared by the pairing.
    """
    ours = codes(view.fact.answer)
    theirs = codes(view.partner.answer) if ours else ours
    if ours - theirs and theirs - ours:
        return f"{', '.join(sorted(ours - theirs))} is not {', '.join(sorted(theirs - ours))}"
    return ""


def is_named_by_number(side: Shown) -> bool:
    """Whether the name of a side's thing begins with a number (`name_as_quantity`)."""
    return _TITLE_NUMBER.match(side.version.title) is not None


def name_as_quantity(view: View) -> str:
    """The number in a thing's name, read as how many of them there are.

    Met in "341-meeting": the translations say "341 meetings take place". A language that sets the number of a name
    behind its noun shows it elsewhere in the article; so does one that joins both with a hyphen (in "529plan", German:
    "529-Plan", and "529 Pläne") or gives the noun of a name an ending (Turkish: "529 planı", and "529 plan"); one that
    sets it before ("the 341 meeting") cannot. A word for counting ("529개의 플랜") says it in any, and so does a name
    that lost its order ("(8)a" for "8(a)").
    """
    found = _TITLE_NUMBER.match(view.version.title)
    if not found:
        return ""
    number = found[1] + (found[2] or "")
    if KINDS[view.fact.kind].has_figure and view.fact.figure.strip() == number:
        return f"{number} belongs to the name"
    if found[2] and (torn := f"({found[1]}){found[2].strip('()')}") in view.fact.answer:
        return f"{number} belongs to the name, and is written {torn}"
    # nobody reads "8(a)" as how many, so that a heading of another order does no harm to what stands beneath it
    texts = view.texts[:1] if found[2] else view.texts
    uses = [use for text, _ in texts for use in _uses(text, number)]
    name = _name(view.version, number)
    if odd := _unlike_the_name(uses, view.version, number, found[3]) or _counted(view, number, name):
        return f"{number} belongs to the name, and reads as how many: {number} {odd}"
    if not uses or not _number_follows_noun(view.version, number, name):
        return ""
    for before, after, further in uses:
        if not after or _alike(before, name):
            continue
        is_first = not before and (len(after) >= _SHARED or _alike(further, name))
        if _alike(after, name) or is_first:
            return f"{number} belongs to the name, and reads as how many: {number} {after}"
    return ""


def _unlike_the_name(uses: Iterable[tuple[str, str, str]], version: Version, number: str, noun: str) -> str:
    """The word behind a number that parts it from the name: without its hyphen, or without the ending of its noun."""
    behind = [after for _, after, _ in uses if _alike(after, version.title)]
    if not behind:
        return ""
    texts = list(_texts(version))
    everywhere = [after for text in texts for _, after, _ in _uses(text, number) if _alike(after, version.title)]
    joined = sum(len(re.findall(rf"(?<![\w-]){re.escape(number)}-[^\W\d_]{{{_SHARED},}}", text)) for text in texts)
    if joined >= _USUAL * len(everywhere):
        return behind[0]
    noun = noun.casefold()
    whole = sum(after.casefold().startswith(noun) for after in everywhere)
    cut = [after for after in behind if after.casefold() != noun and noun.startswith(after.casefold())]
    bare = sum(after.casefold() in {one.casefold() for one in cut} for after in everywhere)
    return cut[0] if cut and whole >= _USUAL * bare else ""


def _counted(view: View, number: str, name: str) -> str:
    """What a word for counting makes of the noun of a name: "529개의 플랜", with or without a space before the noun."""
    for text, _ in view.texts:
        if number not in text or not _WIDE.search(text):
            continue
        for place in re.finditer(rf"(?<![\w.,-]){re.escape(number)}(?=[{scripts.EAST_ASIAN}])", text):
            behind = text[place.end() : place.end() + _LONGEST_COUNTER + 1 + _SHARED_WIDE]
            if behind[:_SHARED_WIDE] in name:
                continue
            for length in range(1, _LONGEST_COUNTER + 1):
                counter, noun = behind[:length], behind[length:].lstrip()[:_SHARED_WIDE]
                if counter[-1:].isspace() or _NO_COUNTER.fullmatch(counter):
                    break
                if len(noun) == _SHARED_WIDE and noun in name:
                    return behind
    return ""


def _name(version: Version, number: str) -> str:
    """The title, and how other words begin that stand beside its number time and again ("status 8(a)")."""
    beside = Counter(
        _beginning(word) for text in _texts(version) for before, after, _ in _uses(text, number)
        for word in (before, after if _WIDE.match(after) else "")
    )  # fmt: skip
    return " ".join((version.title, *(word for word, count in beside.items() if word and count >= _USUAL)))


def _beginning(word: str) -> str:
    """The letters by which a word is known beside a number; empty for a short word."""
    count = _shared(word)
    return word[:count] if len(word) >= count else ""


def _shared(word: str) -> int:
    return _SHARED_WIDE if _WIDE.match(word) else _SHARED


def _number_follows_noun(version: Version, number: str, name: str) -> bool:
    """Whether the text sets the words of a name before its number more often than behind it."""
    uses = [use for text in _texts(version) for use in _uses(text, number)]
    return sum(_alike(before, name) for before, _, _ in uses) > sum(_alike(after, name) for _, after, _ in uses)


def _texts(version: Version) -> Iterator[str]:
    """All but the title, which may stand in the text as its first heading."""
    yield version.description
    for section in version.sections:
        first = 0 if section.level > 1 else 1
        yield from (inline.text for inline in section.texts[first:])


@lru_cache(maxsize=2000)  # each text of an article is asked for by each of its facts
def _uses(text: str, number: str) -> tuple[tuple[str, str, str], ...]:
    """The word directly before each use of a number, and the two behind it; empty where none stands there.

    One that begins a quotation is the name itself.
    """
    if number not in text:
        return ()
    word = r"[^\W\d_]+"
    alone = rf"(?<![\w.,\"'“„«‘-]){re.escape(number)}(?![\w-]|[.,]\d)"
    uses = re.finditer(rf"(?:({word}) )?{alone}(?: ({word})(?: ({word}))?)?", text)
    return tuple((use[1] or "", use[2] or "", use[3] or "") for use in uses)


def _alike(word: str, name: str) -> bool:
    """Whether a word shares four letters in a row with a name, whatever its ending and its prefixes; of East Asian
    words two."""
    count = _shared(word)
    if count == _SHARED:
        word, name = _plain(word), _plain(name)
    return any(word[i : i + count] in name for i in range(len(word) - count + 1))


@lru_cache(maxsize=2000)
def _plain(text: str) -> str:
    """A text without case and accents."""
    parts = unicode_form("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))
