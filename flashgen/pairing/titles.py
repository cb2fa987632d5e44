"""The titles of two versions: what cards call the thing in each language, and whether one translates the other."""

from __future__ import annotations

from flashgen.language.glosses import bracket_at_end, ends_in, split_glosses
from flashgen.language.text_types import normalised
from flashgen.language.word_forms import find_words, share_of_words
from flashgen.record import Record, replace
from flashgen.records.facts import Version


class ShownTitle(Record):
    """What cards call the thing of an article in one language."""

    text: str
    """The name of its version, without what would give the other side's away."""
    gloss: str
    """What stood in brackets behind it, if that says more than the other side's title: for the back of a card alone."""


def shown_titles(native: Version, target: Version) -> tuple[ShownTitle, ShownTitle]:
    """(native, target)"""
    ours, our_glosses = _split(native, target)
    theirs, their_glosses = _split(target, native)
    return _shown(ours, our_glosses, theirs), _shown(theirs, their_glosses, ours)


def with_translated_titles(native: Version, target: Version) -> tuple[Version, Version]:
    """Both versions; where one title has the other in a bracket behind it, they mean the same, and count as used."""
    if _holds_title(native, target) or _holds_title(target, native):
        return replace(native, title_is_used=True), replace(target, title_is_used=True)
    return native, target


def _split(version: Version, other: Version) -> tuple[str, tuple[str, ...]]:
    """The name of a version without its glosses, and all of these."""
    title, glosses = split_glosses(version.name, (other.name, *other.glosses), within=_core(other))
    return title, (*glosses, *version.glosses)


def _core(version: Version) -> str:
    """The name of a version without the bracket at its end."""
    core, _ = bracket_at_end(version.name) or (version.name, "")
    return core


def _holds_title(version: Version, other: Version) -> bool:
    core = _core(other)
    return bool(core) and any(ends_in(gloss, core) for gloss in _split(version, other)[1])


def _shown(title: str, glosses: tuple[str, ...], asked: str) -> ShownTitle:
    return ShownTitle(title, ", ".join(filter(None, (_beside_asked(gloss, asked) for gloss in glosses))))


def _beside_asked(gloss: str, asked: str) -> str:
    """What a gloss says that the title which a card asks with does not: of "Beehives (BH)" beside "Beehive", "BH"."""
    core, inside = bracket_at_end(gloss) or (gloss, "")
    is_asked = normalised(core) == normalised(asked) or (
        len(find_words(core)) == len(find_words(asked)) and share_of_words(asked, core) == 1
    )
    return inside if is_asked else gloss
