"""Which article each document is a version of: what its front matter says, where versions agree, else its path."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from flashgen.corpus.link_targets import Address, address_parts
from flashgen.language.tags import tag_in_path
from flashgen.record import Record, replace
from flashgen.records.documents import Document

ARTICLE_KEYS = (
    "translationkey", "translation_key", "ref", "page_id", "uid", "original", "translation_of", "ms.assetid",
    "slug", "id", "permalink",
)  # fmt: skip
"""Keys of front matter, in lower case, by which sites join the versions of an article; the plainest first."""
_ALONE = "translationkey"
"""This one names the article even where no other version says so."""
_POINTING = ("ref", "original", "translation_of")
"""These may name the file that was translated."""
_ADDRESSES = ("slug", "id", "uid", "permalink")
"""By these, links lead to a document, too."""


class Named(Record):
    """A document whose slug is its path as yet, and what its front matter says of the article."""

    document: Document
    keys: Mapping[str, str]


def name_articles(named: Iterable[Named]) -> list[Document]:
    """The documents, in their order, with the slugs that their versions share."""
    read = list(named)
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in read:
        for key, value in _values(one):
            holders[key, value].append(one.document.language)
    shared = {entry for entry, languages in holders.items() if 1 < len(languages) == len(set(languages))}
    slugs = [_shared_slug(one, shared) for one in read]
    originals = _by_last_part(one.document.language + "/" + (slug or one.document.slug)
                              for one, slug in zip(read, slugs, strict=True))  # fmt: skip
    return [
        replace(one.document, slug=slug or _pointed(one, originals) or one.document.slug)
        for one, slug in zip(read, slugs, strict=True)
    ]


def addresses(named: Iterable[Named], documents: Iterable[Document]) -> Iterator[Address]:
    """The ways by which links lead to each document: its path, its file, and what its front matter calls it."""
    for one, document in zip(named, documents, strict=True):
        ways = [one.document.slug, document.slug, one.document.name.rpartition(".")[0]]
        ways += [value for key, value in _values(one) if key in _ADDRESSES]
        for way in ways:
            if parts := address_parts(way):
                is_for_all = way == document.slug
                yield Address(parts, document.slug, "" if is_for_all else document.language)


def _values(one: Named) -> Iterator[tuple[str, str]]:
    for key in ARTICLE_KEYS:
        if value := one.keys.get(key, ""):
            yield key, _without_language(value) if key == "permalink" else value


def _without_language(permalink: str) -> str:
    parts = [part for part in re.sub(r"\.html?$", "", permalink).split("/") if part]
    kept = parts[1:] if len(parts) > 1 and len(parts[0]) <= 5 and tag_in_path(parts[0]) else parts
    return "/".join(kept)


def _shared_slug(one: Named, shared: set[tuple[str, str]]) -> str:
    return next((value for key, value in _values(one) if key == _ALONE or (key, value) in shared), "")


def _by_last_part(paths: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """(language, slug) of documents by the last part of the slug."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path in paths:
        language, _, slug = path.partition("/")
        found[slug.rsplit("/", 1)[-1]].append((language, slug))
    return found


def _pointed(one: Named, originals: Mapping[str, list[tuple[str, str]]]) -> str:
    """The slug of the one document in another language whose name a key of the front matter gives."""
    for key in _POINTING:
        value = re.sub(r"\.\w+$", "", one.keys.get(key, "").rstrip("/"))
        others = [slug for language, slug in originals.get(value.rsplit("/", 1)[-1], ())
                  if language != one.document.language]  # fmt: skip
        if value and len(set(others)) == 1:
            return others[0]
    return ""
