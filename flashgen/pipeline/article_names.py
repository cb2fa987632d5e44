"""Articles as people call them: by slug or the end of it, or by a title, whatever the capitals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from flashgen.corpus.article import read_title
from flashgen.corpus.documents import Corpus
from flashgen.errors import FlashgenError, suggest
from flashgen.language.unicode_forms import unicode_form
from flashgen.records.documents import Document

_GAP = re.compile(r"[\s_-]+")
_SHOWN = 5


def find_slugs(
    names: Iterable[str], corpus: Corpus, shared: Mapping[str, Mapping[str, Document]], languages: tuple[str, str]
) -> frozenset[str]:
    """The slugs of the articles with these names, among those that exist in both languages.

    Raises FlashgenError for a name that no article has, or several have.
    """
    titles: list[tuple[str, str]] = []
    found = set()
    for name in names:
        if name in shared:
            found.add(name)
            continue
        candidates = _by_slug(name, shared)
        if not candidates and name not in corpus.versions:
            titles = titles or list(_titles(shared, languages))
            candidates = {slug for title, slug in titles if _folded(title) == _folded(name)}
        if len(candidates) != 1:
            raise FlashgenError(_why_not(name, candidates, corpus, (title for title, _ in titles), languages))
        found |= candidates
    return frozenset(found)


def _by_slug(name: str, slugs: Iterable[str]) -> set[str]:
    """Slugs that differ in capitals and dashes alone, else those whose last parts do."""
    wanted = _folded(name)
    return _those(slugs, lambda slug: _folded(slug) == wanted) or _those(
        slugs, lambda slug: _folded(slug.rsplit("/", 1)[-1]) == wanted
    )


def _those(slugs: Iterable[str], fits: Callable[[str], bool]) -> set[str]:
    return {slug for slug in slugs if fits(slug)}


def _titles(shared: Mapping[str, Mapping[str, Document]], languages: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """(title, slug) of each article, in both languages."""
    for slug, versions in shared.items():
        yield from ((title, slug) for language in languages if (title := read_title(versions[language])))


def _why_not(
    name: str, candidates: Iterable[str], corpus: Corpus, titles: Iterable[str], languages: tuple[str, str]
) -> str:
    if several := sorted(candidates):
        more = ", ..." if len(several) > _SHOWN else ""
        return f"several articles are called {name!r}: name one of {', '.join(several[:_SHOWN])}{more}"
    if name in corpus.versions:
        native, target = languages
        held = ", ".join(corpus.versions[name])
        return f"the article {name!r} exists in {held} only, not in both {native} and {target}"
    ends = (slug.rsplit("/", 1)[-1] for slug in corpus.versions)
    return f"there is no article {name!r}{suggest(name, (*titles, *ends, *corpus.versions), '')}"


def _folded(name: str) -> str:
    return _GAP.sub(" ", unicode_form("NFKC", name)).strip().casefold()
