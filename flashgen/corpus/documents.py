"""Folders of Markdown -> which documents are versions of which article, in which language.

Language and article come from front matter, else from the path, else from the text (design: reading). Paths are
read first and texts only where they are needed, so that a corpus in twenty languages costs no more than two.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from flashgen.corpus.article import read_text
from flashgen.corpus.catalogs import with_catalogs
from flashgen.corpus.front_matter import front_texts, split_matter
from flashgen.corpus.grouping import group_nameless
from flashgen.corpus.paths import CorpusFile, describe_paths, without_site_pages
from flashgen.corpus.walking import find_files
from flashgen.errors import FlashgenError, Problem, error, warning
from flashgen.language.identification import contradicts, identify
from flashgen.language.tags import best_match, english_name, tag_in_path
from flashgen.records import Document, Location

SUFFIXES = (".md", ".markdown", ".mdx", ".qmd", ".rmd", ".txt")
"""In lower case."""
# Files about a repository rather than in its corpus; they count as articles only if they carry front matter.
_ABOUT = re.compile(
    r"(?i)(readme|licen[cs]e|copying|notice|changelog|contributing|code_of_conduct|security|authors)([._-]\w{2})?\.\w+"
)
_LANGUAGE_KEYS = ("lang", "language", "locale")
_ARTICLE_KEYS = {"slug": "slug", "translationkey": "translationKey", "id": "id"}
_SAMPLES = 12
_HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Corpus:
    """The versions of every article: `versions[slug][language]` is a document."""

    versions: Mapping[str, Mapping[str, Document]]
    problems: tuple[Problem, ...] = ()

    def counts(self) -> dict[str, int]:
        """How many articles there are in each language, the largest first."""
        counted = Counter(language for versions in self.versions.values() for language in versions)
        return dict(sorted(counted.items(), key=lambda entry: (-entry[1], entry[0])))

    def resolve(self, wanted: str, role: str) -> str:
        """The corpus's tag for a language the user asked for.

        Raises FlashgenError, with the languages there are, when none or several serve.
        """
        counts = self.counts()
        found = best_match(wanted, list(counts))
        if len(found) == 1:
            return found[0]
        held = ", ".join(f"{tag} ({english_name(tag)}): {count}" for tag, count in counts.items())
        if found:
            raise FlashgenError(f"{role} {wanted}: the corpus has {' and '.join(found)}; name the one you mean")
        raise FlashgenError(f"{role} {wanted}: the corpus has no article in this language; it has {held or 'none'}")


def read_corpus(folders: Sequence[Path]) -> Corpus:
    """Find every document below the folders. Raises FlashgenError for a folder that is missing or holds none."""
    files: list[CorpusFile] = []
    unread: list[Problem] = []
    for folder in folders:
        described, left_out = _described(folder)
        files.extend(described)
        unread.extend(left_out)
    if not files:
        message = f"no documents ({', '.join(SUFFIXES)}) in {', '.join(map(str, folders))}"
        raise FlashgenError([*unread, error(message)])
    files, pages = without_site_pages(files)
    files, problems = _trust_text(files)
    problems = [*unread, *pages, *problems]
    documents = list(_documents(files))
    nameless = [file for file in files if not file.language]
    found, doubts = group_nameless(_read_nameless(nameless))
    grouped = _grouped([*documents, *found], [*problems, *doubts])
    versions, more = with_catalogs(grouped.versions, folders)
    return Corpus(versions, (*grouped.problems, *more))


def _described(folder: Path) -> tuple[list[CorpusFile], list[Problem]]:
    """The files of one folder, with what their paths say of language and article; and what was left out."""
    if not folder.exists():
        raise FlashgenError(f"the corpus folder {folder} does not exist", usage=True)
    if not folder.is_dir():
        raise FlashgenError(f"the corpus {folder} is a file; name the folder that holds it", usage=True)
    found, problems = find_files(folder, SUFFIXES)
    documents = [path for path in found if not _ABOUT.fullmatch(path.name) or _has_front_matter(path)]
    return describe_paths(folder, [(path, path.relative_to(folder).as_posix()) for path in documents]), problems


def _has_front_matter(path: Path) -> bool:
    return _head(path).lstrip("\ufeff").startswith("---")


def _trust_text(files: list[CorpusFile]) -> tuple[list[CorpusFile], list[Problem]]:
    """Where the texts of a language's documents are plainly in another language, the texts win: one warning each."""
    labelled: dict[tuple[tuple[str, ...], str, str], list[CorpusFile]] = defaultdict(list)
    for file in files:
        if file.language:
            labelled[(file.before, file.label, file.language)].append(file)
    renamed: dict[tuple[tuple[str, ...], str, str], str] = {}
    problems = []
    for key, group in labelled.items():
        _, label, language = key
        step = max(1, len(group) // _SAMPLES)
        samples = group[::step][:_SAMPLES]
        found = Counter(filter(None, (contradicts(_sample(file.path), language) for file in samples)))
        actual, votes = found.most_common(1)[0] if found else ("", 0)
        if votes * 2 > len(samples):
            renamed[key] = actual
            said = f"named {label!r} ({english_name(language)}) but written in"
            name = english_name(actual)
            problems.append(warning(f"{said} {name}: read as {actual}", Location(_folder_of(group[0]))))
    moved = [
        replace(file, language=renamed.get((file.before, file.label, file.language), file.language))
        if file.language
        else file
        for file in files
    ]
    return moved, problems


def _folder_of(file: CorpusFile) -> str:
    parts = PurePosixPath(file.name).parts
    return "/".join(parts[: parts.index(file.label) + 1]) if file.label in parts else file.name


def _documents(files: list[CorpusFile]) -> Iterator[Document]:
    """The documents whose path names a language; front matter that names language or article has the last word."""
    heads = [(file, _front_keys(file.path)) for file in files if file.language]
    shared: dict[str, set[str]] = defaultdict(set)
    for file, keys in heads:
        for key in ("slug", "id"):
            if value := keys.get(key):
                shared[f"{key} {value}"].add(keys.get("lang") or file.language)
    for file, keys in heads:
        slug = keys.get("translationKey", "")
        for key in ("slug", "id"):  # some sites translate their slugs: a key counts when another language has it
            if not slug and (value := keys.get(key)) and len(shared[f"{key} {value}"]) > 1:
                slug = value
        yield Document(file.path, file.name, slug or file.slug, keys.get("lang") or file.language)


def _read_nameless(files: list[CorpusFile]) -> Iterator[tuple[Document, str, bool]]:
    """Documents whose path names no language: (document, text, whether an article is named)."""
    for file in files:
        keys = _front_keys(file.path)
        document = Document(file.path, file.name, file.slug, keys.get("lang", ""))
        text, _ = read_text(document)
        language = keys.get("lang") or identify(split_matter(text).body if text else "") or "und"
        slug = keys.get("translationKey") or keys.get("slug") or keys.get("id")
        yield replace(document, language=language, slug=slug or file.slug), text or "", bool(slug)


def _front_keys(path: Path) -> dict[str, str]:
    """The front matter's words on language (`lang`, as a normal tag) and article, read from the file's beginning."""
    values = front_texts(_head(path), (*_LANGUAGE_KEYS, *_ARTICLE_KEYS))
    spoken = next((values[key] for key in _LANGUAGE_KEYS if values.get(key)), "")
    tag = tag_in_path(spoken) if spoken else None
    named = {name: values[key] for key, name in _ARTICLE_KEYS.items() if values.get(key)}
    return named | ({"lang": tag} if tag else {})


def _head(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            data = stream.read(_HEAD_BYTES)
        marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return data.decode("utf-16" if marked else "utf-8-sig", "replace")
    except OSError:
        return ""


def _sample(path: Path) -> str:
    return split_matter(_head(path)).body


def _grouped(documents: list[Document], problems: list[Problem]) -> Corpus:
    """Documents by article and language. Two of one article in one language are an error that names both."""
    versions: dict[str, dict[str, Document]] = defaultdict(dict)
    clashes = []
    for document in sorted(documents, key=lambda document: (document.slug, document.language, document.name)):
        if document.language == "und":
            said = "neither its path nor its text tells its language: left out; add `lang:` to its front matter"
            problems.append(warning(said, Location(document.name)))
            continue
        other = versions[document.slug].setdefault(document.language, document)
        if other is not document:
            name = english_name(document.language)
            said = f"a second {name} version of {document.slug!r}, beside {other.path}; remove or rename one of them"
            clashes.append(error(said, Location(str(document.path))))
    if clashes:
        raise FlashgenError(clashes)
    return Corpus({slug: dict(found) for slug, found in sorted(versions.items()) if found}, tuple(problems))
