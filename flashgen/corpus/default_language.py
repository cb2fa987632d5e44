"""The language of files whose paths name none, where the text of a single one is too short to tell it.

Originals, beside which versions stand, are in one language: that of most of them, or of their texts taken together.
Other files are in the language of nearly all of those beside them that can be told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from flashgen.corpus.paths import CorpusFile
from flashgen.language.identification import Identify
from flashgen.record import replace

_SAMPLES = 12
_TOGETHER = 200
"""Files whose texts are taken together at most; a few letters of each are enough."""
_NEARLY_ALL = 0.9
_LEAST = 2
"""Files that tell what the others are in."""


def with_originals(files: Sequence[CorpusFile]) -> list[CorpusFile]:
    """The files, those that name no language marked as originals where a file that names one has the same trunk."""
    translated = {file.trunk for file in files if file.language}
    return [
        replace(file, is_original=True) if not file.language and file.trunk in translated else file for file in files
    ]


def default_languages(
    nameless: Iterable[CorpusFile], sample: Callable[[str], str], identify: Identify
) -> Callable[[CorpusFile], str]:
    """A function that tells the language that a file is in for where it stands; empty where nothing tells.

    `nameless` are the files that name no language, and `sample` reads the text of one. Sister repositories may have
    a default language each.
    """
    originals, others = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for file in nameless:
        (originals if file.is_original else others)[_root(file)].append(file.path)

    def counted(paths: Sequence[str]) -> Counter[str]:
        return Counter(filter(None, (identify(sample(path)) for path in _spread(paths, _SAMPLES))))

    @cache
    def usual(root: str) -> str:
        if paths := originals[root]:
            found = counted(paths)
            together = "\n\n".join(sample(path) for path in _spread(paths, _TOGETHER)) if not found else ""
            return found.most_common(1)[0][0] if found else identify(together) or ""
        found = counted(others[root])
        (language, most), *_ = found.most_common(1) or [("", 0)]
        return language if most >= max(_LEAST, _NEARLY_ALL * found.total()) else ""

    return lambda file: usual(_root(file))


def _spread(paths: Sequence[str], count: int) -> Sequence[str]:
    """Some of the paths, evenly spread."""
    return paths[:: max(1, len(paths) // count)][:count]


def _root(file: CorpusFile) -> str:
    """The corpus folder that a file stands in."""
    return file.path[: -len(file.name)]
