"""Files whose names are translated, too: which of them are versions of one article, told by what they say.

`docs/en/cooking.md` and `docs/it/cucina.md` share no path and, in many repositories, no key.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from flashgen.corpus.grouping import languages_by_slug
from flashgen.corpus.likeness import Content, Match, content_of, find_matches
from flashgen.errors import Problem, warning
from flashgen.language.tags import english_name, script_of
from flashgen.record import replace
from flashgen.records.documents import Document

_FEW = 400
"""Documents that are read for two languages, at most, where most of their articles have both."""
_SHARE = 0.25
"""From which share of articles without a version on, names are taken to be translated throughout."""
_NUMBER = re.compile(r"(?:^|/)0*(\d{1,9})(?=[-_. ])")
_NUMBERED = 3
"""So many documents that have one number must be each other's best at least."""


def join_translations(
    documents: Sequence[Document], text_of: Callable[[Document], str]
) -> tuple[list[Document], list[Problem]]:
    """The documents in their order, those without a version under the slug of the one that says the same.

    Only documents without any version are moved, so that articles that have versions keep their names. Where most
    articles of two languages stay without one another, a warning says how to name them.
    """
    open_pairs = list(_open_pairs(documents))
    content: dict[str, Content] = {}
    for document in {document.path: document for pair in open_pairs for side in pair for document in side}.values():
        content[document.path] = content_of(text_of(document))
    matches: list[Match] = []
    for pair in open_pairs:
        found = list(find_matches(*pair, content))
        matches += [match for match in found if match.is_sure]
        matches += _numbered(pair, found)
    slugs = _joined(sorted(matches, key=lambda match: (-match.likeness, match.one.name, match.other.name)), documents)
    joined = [replace(document, slug=slugs.get(document.slug, document.slug)) for document in documents]
    return joined, list(_apart(joined))


def _open_pairs(documents: Sequence[Document]) -> Iterator[tuple[list[Document], list[Document]]]:
    """For each two languages, the documents of either whose article lacks the other, where it is worth looking."""
    languages = languages_by_slug(documents)
    by_language: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        by_language[document.language].append(document)
    by_language.pop("und", None)
    lone = {tag: sum(len(languages[d.slug]) == 1 for d in found) / len(found) for tag, found in by_language.items()}
    for one, other in combinations(sorted(by_language), 2):
        sides = (
            [document for document in by_language[one] if other not in languages[document.slug]],
            [document for document in by_language[other] if one not in languages[document.slug]],
        )
        shares = (len(sides[0]) / len(by_language[one]), len(sides[1]) / len(by_language[other]))
        is_usual = min(shares) >= _SHARE and max(lone[one], lone[other]) >= _SHARE
        if all(sides) and (lone[one] or lone[other]) and (is_usual or sum(map(len, sides)) <= _FEW):
            yield sides


def _numbered(sides: Sequence[Sequence[Document]], found: Iterable[Match]) -> Iterator[Match]:
    """Files that are numbered throughout, as lessons are: `01-family.md` and `01-famiglia.md`.

    Numbers alone may be those of two courses, or tell an order that an article which was not translated shifts. So
    they count where no file lacks one and none is there twice, and where most of the documents that are each other's
    best have one number, and none of those that are so for sure has another.
    """
    places = [{_place(document): document for document in side} for side in sides]
    if any(() in numbered or len(numbered) < len(side) for numbered, side in zip(places, sides, strict=True)):
        return
    agreeing = Counter((_place(match.one) == _place(match.other), match.is_sure) for match in found)
    same, others = agreeing[True, True] + agreeing[True, False], agreeing[False, False]
    if same >= max(_NUMBERED, 2 * others) and not agreeing[False, True]:
        for place in sorted(places[0].keys() & places[1].keys()):
            yield Match(0.0, places[0][place], places[1][place], is_sure=True)


def _place(document: Document) -> tuple[str, ...]:
    """The numbers that begin the parts of a path."""
    return tuple(_NUMBER.findall(document.slug))


def _joined(matches: Iterable[Match], documents: Iterable[Document]) -> dict[str, str]:
    """The slug of the article that each lone document is a version of, by its own; the surest matches first.

    An article never gets a second version in a language, and none that has versions gets another name.
    """
    members: dict[str, dict[str, str]] = defaultdict(dict)
    for document in documents:
        members[document.slug][document.language] = document.slug
    named = {slug for slug, versions in members.items() if len(versions) > 1}
    group_of = {slug: slug for slug in members}
    for match in matches:
        ours, theirs = group_of[match.one.slug], group_of[match.other.slug]
        if members[ours].keys() & members[theirs].keys() or {ours, theirs} <= named:
            continue
        versions = members.pop(ours) | members.pop(theirs)
        main = next((slug for slug in (ours, theirs) if slug in named), "") or _name(versions)
        members[main] = versions
        group_of.update(dict.fromkeys((ours, theirs, *versions.values()), main))
    return {slug: main for slug, main in group_of.items() if slug != main}


def _name(versions: Mapping[str, str]) -> str:
    """The slug of an article: that of its English version, else of the first one in Latin script."""
    return versions[min(versions, key=lambda tag: (tag != "en", script_of(tag) != "Latn", tag))]


def _apart(documents: Sequence[Document]) -> Iterator[Problem]:
    """What to say where two languages or more stay mostly without versions."""
    languages = languages_by_slug(documents)
    counts = Counter(document.language for document in documents if document.language != "und")
    lone: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if len(languages[document.slug]) == 1 and document.language in counts:
            lone[document.language].append(document.location().path)
    mostly = {tag: names for tag, names in sorted(lone.items()) if 2 * len(names) >= counts[tag]}
    if len(mostly) > 1:
        told = ", ".join(f"{len(names)} of {counts[tag]} in {english_name(tag)}" for tag, names in mostly.items())
        shown = " and ".join(min(names) for names in list(mostly.values())[:2])
        said = (
            f"many documents have no version in another language ({told}), such as {shown}: their names differ, "
            "and what they say does not tell surely which belong together; call the versions of an article alike "
            "(en/tide.md, it/tide.md), give them one `translationKey:` in the front matter, or say with `layout` in "
            "flashgen.yaml how paths are made; `flashgen pairs --missing all` lists them"
        )
        yield warning(said)
