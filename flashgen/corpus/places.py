"""Where a path may name a language: a folder, part of a folder's name, part of a file's name, or all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from flashgen.language.tags import base_language, language_of_region, standard_tag, tag_in_path
from flashgen.record import Record

_INDEX = ("index", "_index", "default", "readme")
_PARTED = re.compile(r"[-._ (]+")
_MOST_PARTS = 3
"""A tag has three parts at most: `zh-Hans-TW`."""
Trunk = tuple[str, ...]
"""A path without the language in it and without the file's ending: folders, and what the file is called."""


class Reading(Record):
    """One way to read a path: which part of it names a language, and what is left to name the article."""

    place: str
    """The kind of place, the same for all files of a layout: `folder 1`, `suffix`, ..."""
    label: str
    """The part that names the language, as written."""
    language: str
    trunk: Trunk
    above: Trunk = ()
    """The folders of the trunk above the language."""
    is_plain: bool = True
    """Whether the place is made for a language; else it is part of a name, and counts where versions confirm it."""


def trunk_of(name: str) -> Trunk:
    """The trunk of a path that names no language."""
    *folders, stem = _parts(name)
    return _trunk(folders, stem)


def plain_readings(name: str) -> Iterator[Reading]:
    """The places made for a language: a folder named for one, a suffix behind a dot, a file named for one."""
    *folders, stem = _parts(name)
    for depth, part in enumerate(folders):
        if tag := tag_in_path(part):
            above = tuple(folders[:depth])
            yield Reading(f"folder {depth}", part, tag, _trunk([*above, *folders[depth + 1 :]], stem), above)
    whole, dot, suffix = stem.rpartition(".")
    if dot and whole and standard_tag(suffix) and (tag := tag_in_path(suffix)):
        yield Reading("suffix", suffix, tag, _trunk(folders, whole))
    elif folders and (tag := tag_in_path(stem)):
        yield Reading("file", stem, tag, tuple(folders))


def other_readings(name: str) -> Iterator[Reading]:
    """Parts of names that may be a language: `pages.it/`, `docs-es/`, `clock_es`, `es_clock`, `clock (es)`, `jp/`."""
    *folders, stem = _parts(name)
    for depth, part in enumerate(folders):
        if spoken := language_of_region(part):
            above = tuple(folders[:depth])
            below = _trunk([*above, *folders[depth + 1 :]], stem)
            yield Reading(f"folder {depth}", part, spoken, below, above, is_plain=False)
        for side, label, tag, rest in _affixes(part):
            trunk = _trunk([*folders[:depth], rest, *folders[depth + 1 :]], stem)
            yield Reading(f"folder {depth} {side}", label, tag, trunk, trunk[: depth + 1], is_plain=False)
            # a folder of translations beside the folder of the originals: `src/` and `po-es/src/`
            below, above = _trunk([*folders[:depth], *folders[depth + 1 :]], stem), tuple(folders[:depth])
            yield Reading(f"whole folder {depth} {side}", label, tag, below, above, is_plain=False)
    for depth, part in enumerate(folders):  # the region of a folder's language stands in the name: `zh-cn/clock-cn`
        *_, region = _PARTED.split(part)
        whole = tag_in_path(part) if region != part and stem.endswith(f"-{region}") else None
        if whole:
            above, rest = tuple(folders[:depth]), stem[: -len(region) - 1]
            trunk = _trunk([*above, *folders[depth + 1 :]], rest)
            yield Reading(f"folder {depth} and suffix", part, whole, trunk, above, is_plain=False)
    for side, label, tag, rest in _affixes(stem):
        yield Reading(side, label, tag, _trunk(folders, rest), is_plain=False)
        if folders:  # translations in a folder beside the original: `clock.md` and `translations/clock.es.md`
            yield Reading(f"{side} below", label, tag, _trunk(folders[:-1], rest), is_plain=False)
        for depth, part in enumerate(folders):  # the language stands twice: `es-es/clock-es`
            twice = tag_in_path(part)
            if twice and base_language(twice) == base_language(tag):
                above = tuple(folders[:depth])
                trunk = _trunk([*above, *folders[depth + 1 :]], rest)
                yield Reading(f"folder {depth} and {side}", part, twice, trunk, above, is_plain=False)


def _parts(name: str) -> list[str]:
    """The folders of a path, and the name of its file without endings. Of strings, since paths come by the thousand."""
    parts = name.split("/")
    stem, dot, _ = parts[-1].rpartition(".")
    stem = stem if dot and stem else parts[-1]
    parts[-1] = stem[:-5] if stem.endswith(".html") and len(stem) > 5 else stem
    return parts


def _trunk(folders: list[str], stem: str) -> Trunk:
    return tuple(folders) if stem.casefold() in _INDEX and folders else (*folders, stem)


@cache
def _affixes(text: str) -> tuple[tuple[str, str, str, str], ...]:
    """(side, part, tag, rest) for each beginning and end of a name that may be a language."""
    found = []
    gaps = [gap for gap in _PARTED.finditer(text) if gap.start()]
    for gap in gaps[-_MOST_PARTS:]:
        part, rest = text[gap.end() :].rstrip(") "), text[: gap.start()]
        if tag := _tag(part):
            found.append(("suffix", part, tag, rest))
    for gap in gaps[:_MOST_PARTS]:
        part, rest = text[: gap.start()], text[gap.end() :]
        if rest and (tag := _tag(part)):
            found.append(("prefix", part, tag, rest))
    return tuple(found)


def _tag(part: str) -> str | None:
    """The language of a part; one of several words is a tag or nothing."""
    found = tag_in_path(part) if standard_tag(part) or not _PARTED.search(part) else None
    return found or language_of_region(part)
