"""Two languages, the native one first, and how they are written as one word: `ru-it`."""

from __future__ import annotations

from flashgen.language.tags import tag_in_path

LanguagePair = tuple[str, str]
"""(native, target)"""
ALL = "all"
"""Stands for every language of a corpus, and for every pair of them."""


def read_pair(text: str) -> LanguagePair:
    """The two tags, in their normal form. A slash parts tags that hold hyphens themselves: `pt-BR/it`.

    Raises ValueError, with what is wrong, if they are not two languages.
    """
    separator = "/" if "/" in text else "-"
    parts = [part.strip() for part in text.split(separator)]
    if len(parts) == 1:
        raise ValueError(f"{text!r} names one language; write two, native first, such as ru-it")
    if len(parts) > 2:
        raise ValueError(f"{text!r} may be parted in two ways; write it with a slash, such as pt-BR/it")
    tags = [tag_in_path(part) for part in parts]
    for part, tag in zip(parts, tags, strict=True):
        if tag is None:
            raise ValueError(f"{text!r}: {part!r} is no language; give a tag such as ru, it or pt-BR, or a name")
    native, target = (tag or "" for tag in tags)
    if native == target:
        raise ValueError(f"{text!r} names {native} twice: a deck needs two languages")
    return native, target


def in_order(one: str, other: str) -> LanguagePair:
    """The two languages in the order in which they are learnt of and paired, whichever a learner knows."""
    return (one, other) if one < other else (other, one)


def write_pair(native: str, target: str) -> str:
    """The two tags as one word that `read_pair` reads."""
    return f"{native}{'/' if '-' in native + target else '-'}{target}"
