"""Names of articles that differ by hyphen and underscore alone: `tide_mill` is the article `tide-mill`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from flashgen.record import replace
from flashgen.records.documents import Document


def join_spellings(documents: Sequence[Document]) -> list[Document]:
    """The documents in their order; one that no other language spells alike takes the name that others spell.

    Only a document that stands alone, and in a language that the article lacks: what has a version keeps its name, by
    which published notes are known. Met in the Cloud Native Glossary: `chaos_engineering` (Italian) beside
    `chaos-engineering` (all others).
    """
    languages: defaultdict[str, list[str]] = defaultdict(list)
    for document in documents:
        languages[document.slug].append(document.language)
    spelt: defaultdict[str, list[str]] = defaultdict(list)
    for slug in sorted(languages):
        spelt[slug.replace("_", "-")].append(slug)
    renamed = {
        lone: main
        for slugs in spelt.values()
        if len(slugs) == 2
        for main, lone in [sorted(slugs, key=lambda slug: (-len(languages[slug]), slug))]
        if len(languages[lone]) == 1 and languages[lone][0] not in languages[main]
    }
    return [replace(document, slug=renamed.get(document.slug, document.slug)) for document in documents]
