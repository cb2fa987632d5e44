"""What the values of front matter say, whatever form it was written in: texts, lists, and the keys for each purpose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from flashgen.corpus.entities import resolve_entities
from flashgen.language import marks

_DESCRIPTION_KEYS = ("description", "short_description", "summary", "excerpt", "abstract")
_PARTING = re.compile(f"[{marks.PARTING}]")
_NAMING_KEYS = ("linktitle", "name", "sidebar_label", "entry", "term", "terms")
_KEYWORD_KEYS = ("keywords", "topics", "topic", "categories", "category", "tags")
_GROUPS = ("", "taxonomies.", "extra.")
"""The tables that generators keep keywords in, before the key."""
_HALVES = re.compile("[\ud800-\udfff]")
_SITE = re.compile(r" [|·•–—-] ")
"""What parts a title from the name of its site."""
_DEEPEST = 20
_LONGEST_NAME = 200


def text_value(value: object) -> str:
    """A front matter value as the reader sees it: entities resolved however often they were escaped.

    Half a character, which JSON can hold, is shown as one that is not known.
    """
    if not value:
        return ""
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(part) for part in value)
    return _HALVES.sub("\ufffd", " ".join(resolve_entities(str(value), 3).split()))


def list_value(value: object) -> tuple[str, ...]:
    """Keywords, written as a list or as a text with commas."""
    if not value:
        return ()
    parts = value if isinstance(value, (list, tuple)) else _PARTING.split(text_value(value))
    return tuple(filter(None, (text_value(part) for part in parts)))


def description_key(values: Mapping[str, Any]) -> str:
    """The key that holds the description; the usual one where none does."""
    return next((key for key in _DESCRIPTION_KEYS if text_value(values.get(key))), _DESCRIPTION_KEYS[0])


def title_value(values: Mapping[str, Any], level: int, heading: str, name_of_file: Callable[[], str]) -> str:
    """What a document is called: by its title, by a first heading of the first level, by another key that names it, by
    its file, or by the first heading there is, which is given with its level; empty where nothing calls it anything.

    A title that names the site behind what the heading says ("Tide | The Sea") is that of a browser's tab."""
    title = text_value(values.get("title"))
    if title or (level == 1 and heading):
        is_heading = level == 1 and title.startswith(heading) and _SITE.match(title, len(heading))
        return heading if is_heading or not title else title
    named = (values.get(key) for key in _NAMING_KEYS)
    # of several spellings the first is the plain one
    return next(
        filter(None, (next(iter(list_value(one)), "") if isinstance(one, list) else text_value(one) for one in named)),
        name_of_file() or heading,
    )


def other_texts(values: Mapping[str, Any]) -> dict[str, str]:
    """What all other keys hold, as texts; what is too long for a name is left out."""
    texts = {key: text_value(value) for key, value in values.items() if key not in ("title", *_DESCRIPTION_KEYS)}
    return {key: text for key, text in texts.items() if 0 < len(text) <= _LONGEST_NAME}


def keywords(values: Mapping[str, Any]) -> tuple[str, ...]:
    """What all keys for it say that the document is about, each topic once, in the spelling met first."""
    found: dict[str, str] = {}
    for group in _GROUPS:
        for key in _KEYWORD_KEYS:
            for keyword in list_value(values.get(f"{group}{key}")):
                found.setdefault(keyword.casefold(), keyword)
    return tuple(found.values())


def flat_values(values: Mapping[Any, Any], above: str = "", depth: int = 0) -> Iterator[tuple[str, Any]]:
    """The values by keys in lower case; those of a table inside by both keys, `extra.author`.

    A key comes again where a document spells it twice.
    """
    for key, value in values.items():
        name = f"{above}{str(key).casefold()}"
        if isinstance(value, Mapping) and depth < _DEEPEST:
            yield from flat_values(value, f"{name}.", depth + 1)
        else:
            yield name, value
