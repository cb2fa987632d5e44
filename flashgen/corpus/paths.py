"""What the paths of all files say together: which part of each names its language, and what names the article.

One path tells nothing for sure: `no/`, `sun.md` and `sign-in.md` could all name a language. So every way to read each
path is listed (`places`), and the corpus decides: a reading is *confirmed* where the path without the language is that
of another version, or of a file that names no language. Each file is read in the kind of place that most files
confirm; what is part of a name counts only where it is confirmed, and its texts are not in another language.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from flashgen.corpus.places import Reading, Trunk, other_readings, plain_readings, trunk_of
from flashgen.corpus.walking import Found
from flashgen.language.tags import tag_in_path
from flashgen.record import Record, replace

_SAMPLES = 3
Contradicts = Callable[[str, str], bool]
"""Whether the text of a file is plainly in another language than a tag says."""


class CorpusFile(Record):
    """A file as its path describes it."""

    path: str
    name: str
    label: str = ""
    """The component that names the language, as written; empty where none does."""
    language: str = ""
    trunk: Trunk = ()
    """The path without the language."""
    above: Trunk = ()
    """The folders above the component that names the language."""
    folder: str = ""
    """Its corpus folder as the user wrote it, if there are several."""
    is_original: bool = False
    """Whether it names no language, and other files are its versions: it is in the corpus's default language."""

    @property
    def slug(self) -> str:
        return "/".join(self.trunk)


def describe_paths(folders: Mapping[Path, Iterable[Found]], contradicts: Contradicts) -> dict[Path, list[CorpusFile]]:
    """The files of each folder, with what their paths say of language and article."""
    walked = [
        (folder, CorpusFile(file.path, file.name, folder=file.folder))
        for folder, files in folders.items() for file in files
    ]  # fmt: skip
    evidence = _Evidence([file for _, file in walked], contradicts)
    described: dict[Path, list[CorpusFile]] = {folder: [] for folder in folders}
    above: dict[Path, list[Trunk]] = {folder: [] for folder in folders}
    for folder, file in walked:
        reading = evidence.choose(file)
        if reading:
            above[folder].append(reading.above)
            file = CorpusFile(  # noqa: PLW2901
                file.path, file.name, reading.label, reading.language, reading.trunk, reading.above, file.folder
            )  # fmt: skip
        else:
            file = _unnamed(file, folder, evidence, is_alone=len(folders) == 1)  # noqa: PLW2901
        described[folder].append(file)
    return {folder: _without_common_folders(files, above[folder]) for folder, files in described.items()}


class _Evidence:
    """How the files of a corpus can be read, and which kinds of places their versions confirm."""

    def __init__(self, files: list[CorpusFile], contradicts: Contradicts) -> None:
        self.readings = {file.path: list(plain_readings(file.name)) for file in files}
        self._drop_names_of_articles(files)
        self._trunks = {file.path: trunk_of(file.name) for file in files}
        self._bare = set(self._trunks.values())
        self._languages: dict[tuple[str, Trunk], set[str]] = defaultdict(set)
        self.claimed: dict[Trunk, str] = {}
        """Trunks of files that name no language and have versions, with the kind of place that these use."""
        self.support: Counter[str] = Counter()
        """How many files confirm each kind of place."""
        self._count(files)
        if any(not any(map(self._is_confirmed, found)) for found in self.readings.values()):
            for file in files:
                self.readings[file.path].extend(other_readings(file.name))
            self._count(files)
            refused = self._refused(files, contradicts)
            for path, found in self.readings.items():
                self.readings[path] = [r for r in found if r.is_plain or (r.place, r.language) not in refused]
            self._count(files)
        unsettled = [
            file for file in files
            if self._trunks[file.path] not in self.claimed
            and not any(map(self._is_confirmed, self.readings[file.path]))
        ]  # fmt: skip
        self._plain = Counter(r.place for file in unsettled for r in self.readings[file.path] if r.is_plain)
        self._parents = self._folders_with_languages(files)
        self._is_any_supported = any(self.support.values())
        self._half = len(files) / 2

    def _count(self, files: list[CorpusFile]) -> None:
        """Find anew which readings are confirmed."""
        self._languages.clear()
        for found in self.readings.values():
            for reading in found:
                self._languages[reading.place, reading.trunk].add(reading.language)
        self.support.clear()
        for file in files:
            self.support.update({r.place for r in self.readings[file.path] if self._is_confirmed(r)})
        originals = [(r.place, r.trunk) for found in self.readings.values() for r in found if r.trunk in self._bare]
        self.support.update(place for place, _ in set(originals))
        self.claimed.clear()
        for place, trunk in originals:
            if self.support[place] > self.support[self.claimed.get(trunk, "")]:
                self.claimed[trunk] = place

    def _is_confirmed(self, reading: Reading) -> bool:
        return reading.trunk in self._bare or len(self._languages[reading.place, reading.trunk]) > 1

    def _refused(self, files: list[CorpusFile], contradicts: Contradicts) -> set[tuple[str, str]]:
        """Languages that parts of names seem to name in a kind of place, and in which no text there is written."""
        samples: dict[tuple[str, str], list[str]] = defaultdict(list)
        for file in files:
            for reading in self.readings[file.path]:
                if not reading.is_plain and self._is_confirmed(reading):
                    samples[reading.place, reading.language].append(file.path)
        return {
            (place, language)
            for (place, language), paths in samples.items()
            if 2 * sum(contradicts(path, language) for path in paths[:_SAMPLES]) > len(paths[:_SAMPLES])
        }

    def _drop_names_of_articles(self, files: list[CorpusFile]) -> None:
        """A file is named for a language only where most files of its folder are: a folder for each article."""
        named, all_files = Counter[Trunk](), Counter[Trunk]()
        for file in files:
            all_files[tuple(file.name.split("/")[:-1])] += 1
            named.update(r.trunk for r in self.readings[file.path] if r.place == "file")
        for path, found in self.readings.items():
            self.readings[path] = [r for r in found if r.place != "file" or 2 * named[r.trunk] > all_files[r.trunk]]

    def _folders_with_languages(self, files: list[CorpusFile]) -> set[Trunk]:
        """Folders of which half the folders, or more, are named for languages."""
        children, named = defaultdict[Trunk, set[str]](set), defaultdict[Trunk, set[str]](set)
        for file in files:
            folders = tuple(file.name.split("/")[:-1])
            for depth, part in enumerate(folders):
                children[folders[:depth]].add(part)
            for reading in self.readings[file.path]:
                if reading.is_plain and reading.place.startswith("folder"):
                    named[reading.above].add(reading.label)
        return {folder for folder, labels in named.items() if 2 * len(labels) >= len(children[folder])}

    def _counts(self, reading: Reading) -> bool:
        if not reading.is_plain:
            return self._is_confirmed(reading)
        if reading.place == "file" and not self.support["file"]:
            return False
        if (
            reading.place.startswith("folder")
            and reading.above not in self._parents
            and not self._is_confirmed(reading)
        ):
            return False
        is_usual = self.support[reading.place] or not self._is_any_supported
        return bool(is_usual) or self._plain[reading.place] >= self._half

    def choose(self, file: CorpusFile) -> Reading | None:
        """How to read a file's path; None where it names no language."""
        found = [reading for reading in self.readings[file.path] if self._counts(reading)]
        if not found:
            return None
        best = max(
            found, key=lambda r: (self.support[r.place], self._is_confirmed(r), self._plain[r.place], len(r.label))
        )
        original = self.claimed.get(self._trunks[file.path])
        return None if original and self.support[original] > self.support[best.place] else best


def _unnamed(file: CorpusFile, folder: Path, evidence: _Evidence, *, is_alone: bool) -> CorpusFile:
    """A file whose path below its folder names no language: the folder itself may."""
    trunk = trunk_of(file.name)
    tag = _own_language(folder, is_alone=is_alone)
    if tag:
        return replace(file, trunk=trunk, language=tag, label=folder.name)
    return replace(file, trunk=trunk, is_original=trunk in evidence.claimed)


def _own_language(folder: Path, *, is_alone: bool) -> str | None:
    """The language that a corpus folder itself is named for; three letters are more often a name than a code.

    Of several corpora, as of sister repositories, one may be named for its language in part: `es.example.org`.
    """
    name = folder.resolve().name
    if whole := None if len(name) == 3 else tag_in_path(name):
        return whole
    parts = () if is_alone else (r for r in other_readings(f"{name}/x") if tag_in_path(r.label))
    return max(((len(r.label), r.language) for r in parts), default=(0, None))[1]


def _without_common_folders(files: list[CorpusFile], above: list[Trunk]) -> list[CorpusFile]:
    """Folders above the languages belong to a slug only where they tell documents apart."""
    if not above:
        above = [file.trunk[:-1] for file in files if not file.language]
    common = os.path.commonprefix(sorted(set(above))) if above else ()
    kept = len(common)
    if not kept:
        return files
    return [
        replace(file, trunk=file.trunk[kept:]) if kept < len(file.trunk) and file.trunk[:kept] == common else file
        for file in files
    ]
