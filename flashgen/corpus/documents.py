"""Folders of Markdown -> which documents are versions of which article, in which language.

Language and article come from front matter, else from the path, else from the text. Paths are
read first and texts only where they are needed, so that a corpus in twenty languages costs no more than two.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from flashgen.corpus.branches import join_branches
from flashgen.corpus.catalogs import with_catalogs
from flashgen.corpus.default_language import default_languages, with_originals
from flashgen.corpus.front_matter import split_matter
from flashgen.corpus.grouping import group_nameless, languages_by_slug
from flashgen.corpus.link_targets import LinkTargets, link_targets
from flashgen.corpus.looking import SUFFIXES, SURE, Looks, is_catalog
from flashgen.corpus.naming import Named, addresses, name_articles
from flashgen.corpus.paths import CorpusFile, describe_paths
from flashgen.corpus.selection import EVERYTHING, Selection, described_by_layout
from flashgen.corpus.site_pages import without_partials, without_site_pages
from flashgen.corpus.spellings import join_spellings
from flashgen.corpus.translated_names import join_translations
from flashgen.corpus.walking import Found, paths_below, told_from
from flashgen.errors import FlashgenError, Problem, counted, error, warning
from flashgen.language.identification import Identify, contradicts, identify, letters_to_tell_by
from flashgen.language.tags import (
    are_confusable,
    base_language,
    best_match,
    english_name,
    likely_meant,
    names_region_of,
    tag_in_path,
)
from flashgen.record import Record, field, replace
from flashgen.records.documents import Document
from flashgen.records.location import Location, location_below

_SAMPLES = 12
_UNKNOWN = "unknown-language"
_NAME_IT = (
    "add `lang:` to its front matter, keep files of one language in a folder named for it, such as `en/`, or say in "
    "flashgen.yaml how paths are made, as in `layout: 'pages/{language}/{article}.md'`"
)


_LOOKS = Looks()


class Corpus(Record):
    """The versions of every article: `versions[slug][language]` is a document."""

    versions: Mapping[str, Mapping[str, Document]]
    problems: tuple[Problem, ...] = ()
    left_out: int = 0
    """How many files are no articles, or not wanted."""
    links: LinkTargets = field(default_factory=LinkTargets)
    """Which article each link leads to."""

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
        meant = likely_meant(wanted, counts)
        hint = f"did you mean {meant} ({english_name(meant)})? " if meant else ""
        said = f"{role} {wanted}: the corpus has no article in {english_name(wanted)}; {hint}it has {held or 'none'}"
        raise FlashgenError([*self._unread_in(wanted), error(said)])

    def _unread_in(self, wanted: str) -> list[Problem]:
        """What is said of the first files that were left out and are named for a language, or could be in any."""
        language = base_language(wanted)
        return [
            problem for problem in self.problems
            if problem.severity == "warning" and problem.location
            and (problem.rule == _UNKNOWN
                 or any(base_language(tag_in_path(part) or "und") == language
                        for part in re.split(r"[/.]", problem.location.path)))
        ][:_SAMPLES]  # fmt: skip


def read_corpus(
    folders: Sequence[Path], selection: Selection = EVERYTHING, identify: Identify = identify,
    looks: Looks = _LOOKS,
) -> Corpus:  # fmt: skip
    """Find every document below the folders. Raises FlashgenError for a folder that is missing or holds none.

    `identify` tells the languages of texts that their places leave in doubt; `looks` looks at folders and files.
    """
    walked: dict[Path, list[Found]] = {}
    catalogs: list[Found] = []
    unread: list[Problem] = []
    unread_catalogs: list[Problem] = []
    for folder in folders:
        above = folder.as_posix() if len(folders) > 1 else ""
        below = looks.walk(folder)
        paths = paths_below(folder, below.names)
        there = [Found(path, name, above) for path, name in zip(paths, below.names, strict=True)]
        walked[folder] = [one for one in there if not is_catalog(one.name)]
        catalogs += [one for one in there if is_catalog(one.name)]
        for problem in below.problems:
            of_catalog = is_catalog(problem.location.path if problem.location else "")
            (unread_catalogs if of_catalog else unread).append(told_from(folder, problem) if above else problem)
    if not any(walked.values()):
        message = f"no documents ({', '.join(SUFFIXES)}) in {', '.join(map(str, walked))}"
        raise FlashgenError([*unread, error(message)])
    files, left_out = _described(walked, selection, identify, looks)
    files, moved = _trust_text(files, identify, looks)
    named = _named(files, identify, looks)
    documents = name_articles(named)
    # beside originals, a file without a language is one that was not translated yet
    is_flat = not any(file.is_original for file in files)
    open_ones = {
        file.path for file, one, document in zip(files, named, documents, strict=True)
        if is_flat and not file.language and document.slug == one.document.slug
    }  # fmt: skip
    documents, doubts = group_nameless(documents, open_ones, looks.text)
    documents, apart = join_translations(join_spellings(documents), looks.text)
    links = link_targets(addresses(named, documents))
    problems = [*unread, *left_out, *moved, *_standing(doubts, documents), *apart]
    grouped = _grouped(documents, problems, links, looks)
    versions, more = with_catalogs(grouped.versions, catalogs, looks.catalog)
    return replace(grouped, versions=versions, problems=(*grouped.problems, *unread_catalogs, *more))


def _standing(doubts: Iterable[Problem], documents: Sequence[Document]) -> list[Problem]:
    """The doubts about documents that are without a version still."""
    languages = languages_by_slug(documents)
    slugs = {document.location().path: document.slug for document in documents}
    return [doubt for doubt in doubts if not doubt.location or len(languages[slugs[doubt.location.path]]) == 1]


def _described(
    walked: Mapping[Path, list[Found]], selection: Selection, identify: Identify, looks: Looks
) -> tuple[list[CorpusFile], list[Problem]]:
    """The files that are read, with what their paths say of language and article; and what is left out."""
    kept, problems = selection.choose(walked)
    kept, about = without_site_pages(kept, looks.head)
    problems += about
    if selection.layouts:
        described, others = described_by_layout(selection, kept)
        return [file for files in described.values() for file in files], [*problems, *others]
    found = describe_paths(kept, lambda path, tag: contradicts(looks.sample(path), tag, identify) is not None)
    files, partials = without_partials(join_branches([file for files in found.values() for file in files]))
    return with_originals(files), [*problems, *partials]


def _trust_text(files: list[CorpusFile], identify: Identify, looks: Looks) -> tuple[list[CorpusFile], list[Problem]]:
    """Where the texts of a language's documents are plainly in another language, the texts win: one warning each."""
    labelled: dict[tuple[tuple[str, ...], str, str], list[CorpusFile]] = defaultdict(list)
    for file in files:
        if file.language:
            labelled[(file.above, file.label, file.language)].append(file)
    renamed: dict[tuple[tuple[str, ...], str, str], str] = {}
    problems = []
    for key, group in labelled.items():
        _, label, language = key
        step = max(1, len(group) // _SAMPLES)
        samples = group[::step][:_SAMPLES]
        found = Counter(filter(None, (contradicts(looks.sample(file.path), language, identify) for file in samples)))
        actual, votes = found.most_common(1)[0] if found else ("", 0)
        if votes * 2 > len(samples):
            renamed[key] = actual
            if names_region_of(label, actual):
                continue
            said = f"named {label!r} ({english_name(language)}) but written in"
            name = english_name(actual)
            problems.append(warning(f"{said} {name}: read as {actual}", _folder_of(group[0])))
    moved = [
        replace(file, language=renamed.get((file.above, file.label, file.language), file.language))
        if file.language
        else file
        for file in files
    ]
    return moved, problems


def _folder_of(file: CorpusFile) -> Location:
    parts = PurePosixPath(file.name).parts
    name = "/".join(parts[: parts.index(file.label) + 1]) if file.label in parts else file.name
    return location_below(file.folder, name)


def _named(files: list[CorpusFile], identify: Identify, looks: Looks) -> list[Named]:
    """The document that each file is, as its path, its front matter and its text tell."""
    heads = [looks.front(file.path) for file in files]
    nameless = [file for file, keys in zip(files, heads, strict=True) if not (file.language or SURE in keys)]
    usual = default_languages(nameless, looks.sample, identify)
    named = []
    for file, keys in zip(files, heads, strict=True):
        placed = file.language or (usual(file) if file.is_original else "")
        language = _believed(keys, placed, file, identify, looks) or placed
        document = Document(file.path, file.name, file.slug, language, folder=file.folder)
        if not language:
            told = identify(split_matter(looks.text(document)).body) or usual(file)
            document = replace(document, language=told or "und")
        named.append(Named(document, keys))
    return named


def _believed(keys: Mapping[str, str], placed: str, file: CorpusFile, identify: Identify, looks: Looks) -> str:
    """The language that front matter names, unless it is another than the path's and the text speaks for that.

    `language: Java` is not Javanese, nor `language: Lua` Luba, a language that cannot be told by texts.
    """
    spoken = keys.get("lang", "")
    if not (spoken and placed) or base_language(spoken) == base_language(placed):
        return spoken
    sample = looks.sample(file.path)
    if SURE not in keys and (found := identify(sample)) and are_confusable(found, placed):
        return ""
    return "" if contradicts(sample, spoken, identify) else spoken


def _grouped(documents: list[Document], problems: list[Problem], links: LinkTargets, looks: Looks) -> Corpus:
    """Documents by article and language. Two of one article in one language are both left out, with a warning."""
    claims: dict[str, dict[str, list[Document]]] = defaultdict(lambda: defaultdict(list))
    for document in sorted(documents, key=lambda document: (document.slug, document.language, document.name)):
        if document.language == "und":
            said = f"its path names no language, and {_why_unidentified(looks.text(document))}: left out; {_NAME_IT}"
            problems.append(warning(said, document.location(), _UNKNOWN))
            continue
        claims[document.slug][document.language].append(document)
    versions: dict[str, dict[str, Document]] = {}
    for slug, found in sorted(claims.items()):
        problems.extend(_clash(same) for same in found.values() if len(same) > 1)
        if kept := {language: same[0] for language, same in found.items() if len(same) == 1}:
            versions[slug] = kept
    return Corpus(versions, tuple(problems), sum(problem.severity == "omission" for problem in problems), links)


def _why_unidentified(text: str) -> str:
    letters, needed = letters_to_tell_by(split_matter(text).body)
    if letters < needed:
        return f"its text is too short to tell one by ({counted(letters, 'letter')}; {needed} are needed)"
    return "its text is not plainly in one that can be told"


def _clash(same: list[Document]) -> Problem:
    """What to say of documents that are one article in one language."""
    first, *others = same
    name, paths = english_name(first.language), " and ".join(str(other.path) for other in others)
    said = f"{paths} is {first.slug!r} in {name}, too: all are left out, since none can be told from the other"
    return warning(f"{said}; remove, rename or `exclude` one of them", Location(str(first.path)))
