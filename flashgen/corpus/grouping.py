"""Files that name no article: which of them are versions of one, told by links, keywords and shape."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import count

from anyascii import anyascii

from flashgen.corpus.front_matter import split_matter
from flashgen.corpus.front_values import list_value, text_value
from flashgen.errors import Problem, warning
from flashgen.language.tags import script_of
from flashgen.record import replace
from flashgen.records.documents import Document

_LINK = re.compile(r"\]\(([^)\s]+)")
_MARK = re.compile(r"^[ \t]*(?:(#{1,6})|(>)[ \t]*\S|([-*–])[ \t]|(\d+)[.)])", re.MULTILINE)
_ALIKE = 0.6
_CLEAR = 0.1
Signature = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Keywords, link targets in order (repeated neighbours merged), and the kinds of blocks in order."""


def languages_by_slug(documents: Iterable[Document]) -> Mapping[str, set[str]]:
    """The languages that each article has a version in, by its slug."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for document in documents:
        found[document.slug].add(document.language)
    return found


def group_nameless(
    documents: Sequence[Document], nameless: Collection[str], text_of: Callable[[Document], str]
) -> tuple[list[Document], list[Problem]]:
    """Give versions of one article one slug. What stays in doubt keeps its own name and is reported.

    `nameless` are the files that name no article; the documents keep their order.
    """
    by_slug = languages_by_slug(documents)
    texts = {d.path: text_of(d) for d in documents if d.path in nameless and len(by_slug[d.slug]) == 1}
    open_ones = [document for document in documents if document.path in texts]
    groups, problems = _groups([(document, _signature(texts[document.path])) for document in open_ones])
    taken = {document.slug for document in documents}
    slugs: dict[str, str] = {}
    for group in groups:
        slug = _free(_slug(group, texts), taken) if len(group) > 1 else group[0].slug
        taken.add(slug)
        slugs |= {document.path: slug for document in group}
    return [replace(document, slug=slugs.get(document.path, document.slug)) for document in documents], problems


def _free(slug: str, taken: set[str]) -> str:
    """The name, numbered where another article has it."""
    numbered = (slug if number == 1 else f"{slug}-{number}" for number in count(1))
    return next(name for name in numbered if name not in taken)


def _groups(signed: list[tuple[Document, Signature]]) -> tuple[list[list[Document]], list[Problem]]:
    """Grow groups language by language; each document joins the group it is clearly most like."""
    groups: list[list[tuple[Document, Signature]]] = []
    problems = []
    for document, signature in sorted(signed, key=lambda entry: (entry[0].language, entry[0].name)):
        scores = sorted(
            ((_likeness(signature, group[0][1]), -i) for i, group in enumerate(groups) if _has_room(group, document)),
            reverse=True,
        )
        likely = [(score, -i) for score, i in scores if score >= _ALIKE]
        if likely and (len(likely) == 1 or likely[0][0] - likely[1][0] >= _CLEAR):
            groups[likely[0][1]].append((document, signature))
            continue
        if likely:
            rivals = ", ".join(groups[i][0][0].location().path for _, i in likely[:3])
            said = f"may be a version of {rivals}; kept apart: name the article with `slug:` in the front matter"
            problems.append(warning(said, document.location()))
        groups.append([(document, signature)])
    return [[document for document, _ in group] for group in groups], problems


def _has_room(group: list[tuple[Document, Signature]], document: Document) -> bool:
    return all(other.language != document.language for other, _ in group)


def _likeness(one: Signature, other: Signature) -> float:
    """0 to 1. Keywords that differ, or no evidence but shape, speak against any likeness."""
    (keywords, links, shape), (other_keywords, other_links, other_shape) = one, other
    if keywords != other_keywords or not (links and other_links):
        return 0.0
    linked = SequenceMatcher(None, links, other_links, autojunk=False).ratio()
    shaped = SequenceMatcher(None, shape, other_shape, autojunk=False).ratio()
    return (2 * linked + shaped) / 3


def _signature(text: str) -> Signature:
    matter = split_matter(text)
    links: list[str] = []
    for target in _LINK.findall(matter.body):
        if not links or links[-1] != target:
            links.append(target)
    shape = [match.group(match.lastindex or 0)[:3] for match in _MARK.finditer(matter.body)]
    return list_value(matter.values.get("keywords")), tuple(links), tuple(shape)


def _slug(group: list[Document], texts: dict[str, str]) -> str:
    """A readable name for a nameless article: its English title, else its title in the first Latin-script language."""
    titles = {d.language: text_value(split_matter(texts[d.path]).values.get("title")) for d in group}
    for language in sorted(titles, key=lambda tag: (tag != "en", script_of(tag) != "Latn", tag)):
        if slug := re.sub(r"[^a-z0-9]+", "-", anyascii(titles[language]).lower()).strip("-"):
            return slug
    return min(document.slug for document in group)
