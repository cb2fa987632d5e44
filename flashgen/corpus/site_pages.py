"""Pages of a site or repository among the documents: licences, lists of contributors, tables of contents, templates.

A name alone tells little: `history.md` may be an article. So a file that is named like such a page is one only where
the rest of the corpus shows it: its front matter is of another kind than theirs, or it is made of links as they are
not. A table of contents is known by its links and its place, whatever it is called.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from flashgen.corpus.article import written_title
from flashgen.corpus.fences import code_lines
from flashgen.corpus.front_matter import split_matter
from flashgen.corpus.front_values import description_key, text_value
from flashgen.corpus.paths import CorpusFile
from flashgen.corpus.walking import Found
from flashgen.errors import Problem, omission
from flashgen.language.tags import tag_in_path
from flashgen.record import Record
from flashgen.records.location import location_below

Head = Callable[[str], str]
"""The beginning of a file."""
_LANGUAGE = r"(?:[._-]?(?:[a-z]{2}|[a-z]{2}[-_][a-z]{2,4}))?\.\w+"
_ABOUT = re.compile(
    rf"(?P<name>readme|licen[cs]e|copying|changelog|contributing|contributors?|code[-_]of[-_]conduct|maintainers"
    rf"|translators|langs|toc|nav|404){_LANGUAGE}",
    re.IGNORECASE,
)
"""What a file that has no front matter is no article for."""
_PERHAPS = re.compile(
    rf"(?P<name>notice|history|security|authors|governance|support|summary|todo|search|about|contents|sitemap|credits"
    rf"|(?:how[-_]to[-_])?contribute|style[-_]?guide|privacy(?:[-_]policy)?|terms(?:[-_]of[-_](?:use|service))?"
    rf"|acknowledge?ments){_LANGUAGE}",
    re.IGNORECASE,
)
"""What may be the name of an article as well, unless it is in capitals, as those of a repository's own pages."""
_README = re.compile(rf"readme{_LANGUAGE}", re.IGNORECASE)
_AUXILIARY = re.compile(r"_?(?:includes?|partials?|snippets?|templates)|archetypes|scaffolds", re.IGNORECASE)
"""Folders of what generators set into other pages, or begin new ones with."""
_INDEX = re.compile(rf"(?:index|default){_LANGUAGE}", re.IGNORECASE)
_KINDS = ("layout", "type", "page_type", "template", "ms.topic")
"""Keys of front matter that say what kind of page it is."""
_SAMPLES = 30
_LEAST = 8
"""Documents that tell what is usual."""
_FEW = 3
"""Those from which having front matter at all is."""
_USUAL = 0.95
_LESSONS = 3
"""Files at most for each that is called `README`, where these are articles."""
_LACKING = 2
"""Usual keys that a page of another kind lacks."""
_LEAST_LINKS = 5
_MOSTLY = 0.6
"""The share of a text's letters in links, from which it is made of them."""
_MARK = re.compile(r"\{[{%][^{}]*\}|^\([\w-]*\)=|^:{3,}.*")
_WORD = re.compile(r"[^\W\d_]")
_MACRO = re.compile(r"\{\{|\{%|<%")
_LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()\s]*(?:\s+\"[^\"\n]*\")?\)|\[[^\[\]]*\])|\[\[([^\[\]]*)\]\]")
_NO_TEXT = re.compile(r"\([^()\s]*\)|<[^<>]*>|https?://\S+")


def without_site_pages(
    kept: Mapping[Path, Iterable[Found]], head: Head
) -> tuple[dict[Path, list[Found]], list[Problem]]:
    """The files of each folder that are articles, and one omission for each that is none."""
    files = {folder: list(found) for folder, found in kept.items()}
    judge = _Judge([file for found in files.values() for file in found], head)
    reasons = judge.reasons()
    problems = [omission(f"{why}: left out", file.location()) for file, why in reasons.items()]
    return {folder: [file for file in found if file not in reasons] for folder, found in files.items()}, problems


def without_partials(files: list[CorpusFile]) -> tuple[list[CorpusFile], list[Problem]]:
    """The files without those whose names begin with a low line, as partials, templates and indices of a site do.

    `_index` is the article of its folder where most files are called so.
    """
    stems = [_last_part(file.name).split(".")[0] for file in files]
    are_bundles = 2 * sum(stem == "_index" for stem in stems) > len(files)
    pages = {
        file.path for file, stem in zip(files, stems, strict=True)
        if stem.startswith("_") and not (are_bundles and stem == "_index" and file.slug != stem)
    }  # fmt: skip
    if len(pages) == len(files):
        return files, []
    said = "a page of the site rather than an article, as the low line before its name says: left out"
    return [file for file in files if file.path not in pages], [
        omission(said, location_below(file.folder, file.name)) for file in files if file.path in pages
    ]


def _last_part(name: str) -> str:
    return name.rpartition("/")[2]


class _Page(Record):
    """What the beginning of a file shows."""

    values: Mapping[str, Any]
    is_of_links: bool


class _Judge:
    """Which files of a corpus are pages about it."""

    def __init__(self, files: Sequence[Found], head: Head) -> None:
        self._files = files
        self._head = head
        lessons = _readmes_of_articles([name for _, name, _ in files])
        self._named = {
            file: match for file in files if (match := _site_name(_last_part(file.name))) and file.name not in lessons
        }  # fmt: skip
        indices = [file for file in files if _INDEX.fullmatch(_last_part(file.name))]
        above = {folder for _, name, _ in files for folder in _folders_above(name)} if indices else set()
        self._contents: dict[Found, None] = {file: None for file in indices if file.name.rpartition("/")[0] in above}

    def reasons(self) -> dict[Found, str]:
        """Why each file that is no article is none. Of pages with one name, most must be none, or all are kept."""
        by_name: dict[str, list[tuple[Found, str]]] = defaultdict(list)
        for file, match in self._named.items():
            by_name[match["name"].lower()].append((file, self._why(file, match)))
        found = {
            file: why for pages in by_name.values() if 2 * sum(bool(why) for _, why in pages) > len(pages)
            for file, why in pages if why
        }  # fmt: skip
        contents = {file: "a table of contents, made of links" for file in self._contents if self._is_of_links(file)}
        landing = {file: why for file in self._contents if (why := self._why_no_article(file))}
        parts = {
            file: "set into other pages, or a template of them, as its folder says" for file in self._files
            if _AUXILIARY.fullmatch(PurePosixPath(file.name).parent.name)
            and (not (title := self._title(file)) or _MACRO.search(title))
        }  # fmt: skip
        return found | landing | contents | parts

    def _why_no_article(self, file: Found) -> str:
        """What the index of a folder lacks that an article has; nothing where it could be one."""
        matter = split_matter(self._head(file.path))
        if not written_title(matter):
            return "the index of a folder, without a title"
        lines = list(enumerate(matter.body.split("\n")))
        code = code_lines(lines)
        texts = (line for number, line in lines if number not in code and not line.startswith("#"))
        described = text_value(matter.values.get(description_key(matter.values)))
        has_text = described or any(_WORD.search(_MARK.sub("", line)) for line in texts)
        return "" if has_text else "the index of a folder, without a text"

    def _title(self, file: Found) -> str:
        """What front matter or a heading calls a file, as it is written; empty where neither does."""
        return written_title(split_matter(self._head(file.path)))

    def _why(self, file: Found, match: re.Match[str]) -> str:
        page = self._page(file)
        is_certain = match.re is _ABOUT or match["name"].isupper()
        if is_certain and not page.values:
            return "about the repository or site, as its name says, and without front matter"
        if self._is_of_another_kind(page):
            return "about the repository or site, as its name and its front matter say"
        if page.is_of_links and self._links_are_rare:
            return "about the repository or site, as its name says, and made of links"
        return ""

    def _is_of_links(self, file: Found) -> bool:
        head = self._head(file.path)
        may_be = head.count("](") + head.count("[[") + head.count("][") >= _LEAST_LINKS  # quick, unlike reading it
        return may_be and _is_made_of_links(split_matter(head).body) and self._links_are_rare

    def _page(self, file: Found) -> _Page:
        matter = split_matter(self._head(file.path))
        return _Page(matter.values, _is_made_of_links(matter.body))

    @cached_property
    def _usual(self) -> list[_Page]:
        """Some of the other files, evenly spread."""
        others = [file for file in self._files if file not in self._named and file not in self._contents]
        step = max(1, len(others) // _SAMPLES)
        return [self._page(file) for file in others[::step][:_SAMPLES]]

    @cached_property
    def _links_are_rare(self) -> bool:
        """Whether the other files are not made of links, as the articles of some corpora are."""
        return 5 * sum(page.is_of_links for page in self._usual) <= len(self._usual)

    @cached_property
    def _usual_keys(self) -> frozenset[str]:
        """Keys of front matter that nearly all files have."""
        counts = Counter(key for page in self._usual for key in page.values)
        return frozenset(key for key, count in counts.items() if count >= _USUAL * len(self._usual))

    @cached_property
    def _usual_kinds(self) -> Mapping[str, str]:
        """What nearly all files that have a key for the kind of page say there."""
        counts = {key: Counter(str(page.values[key]) for page in self._usual if key in page.values) for key in _KINDS}
        return {
            key: value for key, count in counts.items() for value, most in count.most_common(1)
            if most >= max(_LEAST, _USUAL * count.total())
        }  # fmt: skip

    def _is_of_another_kind(self, page: _Page) -> bool:
        """Whether front matter says of a page what it says of no other, or lacks what nearly all have."""
        lacking = self._usual_keys - page.values.keys()
        if len(self._usual) < _LEAST:
            return bool(lacking) and not page.values and len(self._usual) >= _FEW
        differs = any(str(page.values.get(key, value)) != value for key, value in self._usual_kinds.items())
        return differs or len(lacking) >= _LACKING or (bool(lacking) and not page.values)


def _readmes_of_articles(names: Sequence[str]) -> set[str]:
    """The paths that are articles though they are called `README`, as in courses with a folder for each lesson.

    Those of folders with none below them, if there are several, and if they are no few among the files. The
    translation in a folder of its own, `tide/translations/README.it.md`, belongs to the folder above.
    """
    readmes = [PurePosixPath(name) for name in names if _README.fullmatch(_last_part(name))]
    originals = {path.parent for path in readmes if path.stem.casefold() == "readme"}
    homes = {path: path.parent if path.parent in originals else path.parent.parent for path in readmes}
    above = {folder for home in homes.values() for folder in home.parents}
    lessons = {str(path) for path, home in homes.items() if home not in above}
    places = {tuple(part for part in homes[PurePosixPath(name)].parts if not tag_in_path(part)) for name in lessons}
    return lessons if len(places) >= _FEW and _LESSONS * len(lessons) >= len(names) else set()


def _site_name(name: str) -> re.Match[str] | None:
    return _ABOUT.fullmatch(name) or _PERHAPS.fullmatch(name)


def _folders_above(name: str) -> Iterator[str]:
    """The folders that a document is below; an index stands for its folder, and is below those above it."""
    folder, _, file = name.rpartition("/")
    if not _INDEX.fullmatch(file):
        yield folder
    while folder:
        folder = folder.rpartition("/")[0]
        yield folder


def _is_made_of_links(text: str) -> bool:
    """Whether most of a text's letters stand in links."""
    linked = [words or wiki for words, wiki in _LINK.findall(text)]
    if len(linked) < _LEAST_LINKS:
        return False
    letters = sum(map(str.isalpha, _NO_TEXT.sub("", text)))
    return sum(map(str.isalpha, "".join(linked))) >= _MOSTLY * letters
