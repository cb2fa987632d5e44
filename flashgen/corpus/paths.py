"""What the paths of a folder's files say: which component names the language, and what is left to name the article."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from flashgen.errors import Problem, repair
from flashgen.language.tags import standard_tag, tag_in_path
from flashgen.records import Location

_INDEX = ("index", "_index")


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """A file as its path describes it."""

    path: Path
    name: str
    label: str = ""
    """The component that names the language, as written; empty where none does."""
    language: str = ""
    slug: str = ""
    before: tuple[str, ...] = ()
    """The folders above the component that names the language."""


def describe_paths(folder: Path, walked: Iterable[tuple[Path, str]]) -> list[CorpusFile]:
    """The files of one folder, given as (path, name), with what their paths say of language and article."""
    found = [CorpusFile(path, name) for path, name in walked]
    candidates = {file.name: list(_language_places(file.name)) for file in found}
    # A corpus keeps its languages in one kind of place; a stray folder such as `no/` or `new/` elsewhere is a name.
    usual = Counter(place for places in candidates.values() for place, _, _ in places)
    own = _own_language(folder)
    return _without_common_folders([_read_path(file, candidates[file.name], usual, own, folder) for file in found])


def without_site_pages(files: list[CorpusFile]) -> tuple[list[CorpusFile], list[Problem]]:
    """The files whose names do not begin with a low line, as partials, templates and indices of a site do."""
    pages = [file for file in files if file.slug.rsplit("/", 1)[-1].startswith("_")]
    if len(pages) == len(files):
        return files, []
    found = [
        repair("left out: its name begins with a low line, as those of a site's own pages do", Location(page.name))
        for page in pages
    ]
    return [file for file in files if file not in pages], found


def _own_language(folder: Path) -> str | None:
    """The language that a corpus folder itself is named for; three letters are more often a name than a code."""
    name = folder.resolve().name
    return None if len(name) == 3 else tag_in_path(name)


def _language_places(name: str) -> Iterator[tuple[str, str, str]]:
    """Where a path may name its language: (kind of place, component, tag)."""
    path = PurePosixPath(name)
    for depth, part in enumerate(path.parts[:-1]):
        if tag := tag_in_path(part):
            yield f"folder {depth}", part, tag
    stem = PurePosixPath(path.name).stem
    whole, dot, suffix = stem.rpartition(".")
    if dot and whole and standard_tag(suffix) and (tag := tag_in_path(suffix)):
        yield "suffix", suffix, tag
    elif len(path.parts) > 1 and (tag := tag_in_path(stem)):
        yield "file", stem, tag


def _read_path(
    file: CorpusFile, places: list[tuple[str, str, str]], usual: Counter[str], own: str | None, folder: Path
) -> CorpusFile:
    parts = PurePosixPath(file.name).parts
    stem = PurePosixPath(parts[-1]).stem
    if not places:
        slug = "/".join((*parts[:-1], stem) if stem not in _INDEX or not parts[:-1] else parts[:-1])
        return replace(file, slug=slug, language=own or "", label=folder.name if own else "")
    kind, label, tag = max(places, key=lambda place: usual[place[0]])
    before: tuple[str, ...] = ()
    if kind == "file":
        rest = parts[:-1]
    elif kind == "suffix":
        whole = stem.rpartition(".")[0]
        rest = parts[:-1] if whole in _INDEX and parts[:-1] else (*parts[:-1], whole)
    else:
        depth = int(kind.split()[1])
        before, rest = parts[:depth], (*parts[depth + 1 : -1], stem)
        rest = rest[:-1] if stem in _INDEX and rest[:-1] else rest
    return replace(file, label=label, language=tag, slug="/".join(rest), before=before)


def _without_common_folders(files: list[CorpusFile]) -> list[CorpusFile]:
    """Folders above the languages belong to a slug only where they tell documents apart."""
    above = {file.before for file in files if file.language}
    common = os.path.commonprefix(sorted(above)) if above else ()
    kept = len(common)
    return [replace(file, slug="/".join((*file.before[kept:], file.slug))) for file in files]
