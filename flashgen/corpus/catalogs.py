"""Translations that a site keeps in gettext catalogues (`po/it.po`): a document in one language, its texts in others.

mdBook and Sphinx make a catalogue of the documents' paragraphs. What it translates is put into the document's own
Markdown, so that it is read like any other; what it does not, or only fuzzily, is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from flashgen.corpus.catalog_file import Catalog, UnreadableCatalog, on_one_line, read_catalog
from flashgen.corpus.containers import opened_container
from flashgen.corpus.inline import parse_inline
from flashgen.corpus.walking import Found
from flashgen.errors import Problem, warning
from flashgen.language.tags import standard_tag, tag_in_path
from flashgen.record import replace
from flashgen.records.documents import Document

_MARKS = re.compile(r"[ \t]*(?:(?:>|[-*+:]|\d{1,9}[.)]|#{1,6})(?:[ \t]+|$))*")
_FENCE = re.compile(r"[ \t]*(`{3,}+(?!.*`)|~{3,})(.*)")
_CONTAINER = re.compile(r"[ \t]*:{3,}")
_TITLED = re.compile(r"([ \t]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{[\w-]+\})[ \t]+(\S.*)")
_MESSAGES = "LC_MESSAGES"
_RULE = re.compile(r"-{3,}|\+{3,}")
Versions = Mapping[str, Mapping[str, Document]]


def with_catalogs(
    versions: Versions, catalogs: Iterable[Found], read: Callable[[str], Catalog] = read_catalog
) -> tuple[Versions, tuple[Problem, ...]]:
    """The versions with those that catalogues hold, where no document holds them.

    `read` raises UnreadableCatalog.
    """
    found = {slug: dict(documents) for slug, documents in versions.items()}
    told = [(catalog.location(), _add(found, catalog, read)) for catalog in catalogs]
    return found, tuple(warning(problem, place) for place, problem in told if problem)


def _add(versions: dict[str, dict[str, Document]], file: Found, read: Callable[[str], Catalog]) -> str:
    """Add what a catalogue translates; what is wrong with it, if anything is."""
    try:
        catalog = read(file.path)
    except UnreadableCatalog as fault:
        return f"cannot be read as a gettext catalogue ({fault}); left out"
    entries = catalog.entries
    if not (language := _language(file.name) or tag_in_path(catalog.language) or ""):
        return "neither its name nor a `Language:` in its header tells its language; left out: name it like it.po"
    sources = _named_documents(versions, entries)
    translated = _named_documents(versions, (entry for entry in entries if entry.translated() and not entry.obsolete))
    for slug, document in translated:
        if document.language != language and language not in versions[slug]:
            versions[slug][language] = replace(document, language=language, catalog=file.path)
    return (
        "" if sources else "names no document of this corpus; left out: keep it with the documents that it is made from"
    )


def _language(name: str) -> str:
    """The language that a catalogue's path names: `it.po`, `it/messages.po`, `it/LC_MESSAGES/tide.po`."""
    parts = PurePosixPath(name).with_suffix("").parts
    if _MESSAGES in parts:
        parts = parts[: parts.index(_MESSAGES)]
    tags = (tag_in_path(part) for part in reversed(parts) if standard_tag(part))
    return next(filter(None, tags), "")


def _named_documents(versions: Versions, entries: Iterable[Any]) -> list[tuple[str, Document]]:
    """The documents that a catalogue was made from, as the places of its entries name them."""
    by_name: dict[str, list[tuple[str, Document]]] = defaultdict(list)
    for slug, documents in versions.items():
        for document in documents.values():
            if not document.catalog:
                by_name[PurePosixPath(document.name).name].append((slug, document))
    places = {place for entry in entries for place, _ in entry.occurrences}
    found: dict[str, tuple[str, Document]] = {}
    for place in sorted(places):
        named = by_name.get(PurePosixPath(place).name, [])
        whole = [entry for entry in named if _ends_alike(entry[1].name, place)]
        for slug, document in whole or (named if len(named) == 1 else []):
            found[document.location().path] = (slug, document)
    return list(found.values())


def _ends_alike(name: str, place: str) -> bool:
    """Whether one path is the end of the other."""
    one, other = (PurePosixPath(path).parts[::-1] for path in (name, place.replace("../", "")))
    return all(ours == theirs for ours, theirs in zip(one, other, strict=False))


def translated_text(text: str, catalog: str) -> str:
    """A document's Markdown in the language of a catalogue: line by line where it was, less what is not translated.

    Raises UnreadableCatalog where it can be read no more.
    """
    return translated_lines(text, read_catalog(catalog).translations)


def translated_lines(text: str, translations: Mapping[str, str]) -> str:
    """The same, by the translations of each text."""
    lines = text.split("\n")
    made: list[str] = []
    code = _Code()
    index = 0
    while index < len(lines):
        is_text = code.is_text(lines[index])
        count = _unit_length(lines, index) if is_text else 1
        unit = lines[index : index + count]
        made += _translated(unit, translations) if is_text else [_with_title(lines[index], translations)]
        index += count
    return "\n".join(made)


def _with_title(line: str, translations: Mapping[str, str]) -> str:
    """The mark of code or of a container; the title of a directive whose text is translated is translated, too."""
    titled = _TITLED.fullmatch(line)
    if not titled or not any(map(str.isalpha, titled[2])) or not opened_container(line.strip(), 0):
        return line
    return f"{titled[1]} {translations.get(on_one_line(titled[2]), '')}".rstrip()


class _Code:
    """Which lines are code, or the marks of it or of a callout: told line by line, from the first one on."""

    def __init__(self) -> None:
        self._fence = ""
        self._callouts: list[str] = []

    def is_text(self, line: str) -> bool:
        """Whether the next line that begins a text, or is a mark, is none of these."""
        mark = _FENCE.match(line)
        if not mark:
            return not self._fence and not _CONTAINER.match(line)
        is_bare = not mark[2].strip()
        if self._fence:
            if is_bare and mark[1].startswith(self._fence):
                self._fence = ""
        elif is_bare and self._callouts and mark[1] == self._callouts[-1]:
            self._callouts.pop()
        elif opened_container(line.strip(), 0):  # whose text is translated
            self._callouts.append(mark[1])
        else:
            self._fence = mark[1]
        return False


def _unit_length(lines: list[str], index: int) -> int:
    """Lines of the paragraph, item or heading that begins on a line."""
    end = index + 1
    if not lines[index].strip() or lines[index].lstrip().startswith(("#", "|")) or _is_mark(lines[index]):
        return 1
    while end < len(lines) and lines[end].strip() and not _MARKS.match(lines[end])[0].strip():  # type: ignore[index]
        if _is_mark(lines[end]):
            break
        end += 1
    return end - index


def _is_mark(line: str) -> bool:
    """Whether a line is a mark of code or of a container, and no text."""
    return _FENCE.match(line) is not None or _CONTAINER.match(line) is not None


def _translated(unit: list[str], translations: Mapping[str, str]) -> list[str]:
    """As many lines as before."""
    marks = _MARKS.match(unit[0])
    mark = marks[0] if marks else ""
    source = on_one_line("\n".join([unit[0][len(mark) :], *unit[1:]]))
    if not source or _RULE.fullmatch(source):
        return unit
    if source.startswith("|"):
        return [_translated_row(source, translations)]
    text = translations.get(source, "")
    return [f"{mark}{text}" if text else "", *([""] * (len(unit) - 1))]


def _translated_row(row: str, translations: Mapping[str, str]) -> str:
    """A row of a table, whose cells are translated each; none where one with words is not."""
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    found = [translations.get(cell, "" if any(map(str.isalpha, cell)) else cell) for cell in cells]
    return f"| {' | '.join(found)} |" if all(found) or not any(cells) else ""


def catalogued_pairs(native: Document, target: Document) -> Iterator[tuple[str, str]]:
    """The texts of two documents that a catalogue says to be the same, as a reader sees them; none where the files can
    be read no more."""
    if native.path != target.path or not (native.catalog or target.catalog):
        return
    try:
        ours = read_catalog(native.catalog).translations if native.catalog else None
        theirs = read_catalog(target.catalog).translations if target.catalog else None
        text = Path(native.path).read_text(encoding="utf-8", errors="replace")
    except (OSError, UnreadableCatalog):
        return
    for source in _texts(text):
        pair = (
            ours.get(source, "") if ours is not None else source,
            theirs.get(source, "") if theirs is not None else source,
        )
        if all(pair):
            yield parse_inline(pair[0]).text, parse_inline(pair[1]).text


def _texts(text: str) -> Iterator[str]:
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        count = _unit_length(lines, index)
        marks = _MARKS.match(lines[index])
        text = on_one_line("\n".join([lines[index][marks.end() if marks else 0 :], *lines[index + 1 : index + count]]))
        yield from (cell.strip() for cell in text.split("|")) if text.startswith("|") else (text,)
        index += count
