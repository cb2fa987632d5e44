"""Which languages have which articles: as text for people and as JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from flashgen.corpus.documents import Corpus
from flashgen.errors import counted
from flashgen.language.tags import english_name
from flashgen.reports.json_text import json_text


def coverage_text(corpus: Corpus) -> str:
    """Languages with their articles, and how many articles each two languages share."""
    counts = corpus.counts()
    if not counts:
        return "no article in any language"
    shared = Counter(pair for versions in corpus.versions.values() for pair in combinations(sorted(versions), 2))
    width = max(map(len, counts), default=2)
    cell = max([width, *(len(str(count)) for count in counts.values())]) + 2
    total = f"{counted(len(corpus.versions), 'article')} in {counted(len(counts), 'language')}"
    lines = [f"{total}; a cell is how many both have", ""]
    lines.append(" " * width + "".join(tag.rjust(cell) for tag in counts))
    for row in counts:
        cells = (str(counts[row] if row == column else shared[min(row, column), max(row, column)]) for column in counts)
        lines.append(row.ljust(width) + "".join(text.rjust(cell) for text in cells) + f"  {english_name(row)}")
    return "\n".join(lines)


def missing_text(corpus: Corpus, languages: Iterable[str]) -> str:
    """The articles that lack any of the languages, each with those that it lacks and those that it has."""
    wanted = tuple(languages)
    lines = []
    for slug, versions in corpus.versions.items():
        lacking = [tag for tag in wanted if tag not in versions]
        if lacking:
            lines.append(f"{slug}: no {', '.join(lacking)}; has {', '.join(sorted(versions))}")
    return "\n".join(lines) or f"every article has {', '.join(wanted)}"


def coverage_json(corpus: Corpus) -> str:
    """The articles with the file of each language, the languages that each lacks, and what could not be placed."""
    counts = corpus.counts()
    content = {
        "languages": counts,
        "articles": {
            slug: {
                "files": {tag: str(document.path) for tag, document in sorted(versions.items())},
                "missing": [tag for tag in counts if tag not in versions],
            }
            for slug, versions in corpus.versions.items()
        },
        "problems": [{"severity": problem.severity, "message": str(problem)} for problem in corpus.problems],
    }
    return json_text(content)
