"""Languages that are kept in other folders than the original: `docs/` and `i18n/es/plugin/current/`.

When the language is taken out of a path, versions have one path in most layouts. Where they have not, the ends of their
paths agree all the same, and one folder goes with one folder throughout. Each file votes for the pair of folders above
the longest end that it shares with a single file of another language; a pair that most files vote for is a branch.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from flashgen.corpus.paths import CorpusFile
from flashgen.corpus.places import Trunk
from flashgen.record import replace

_Branch = tuple[Trunk, Trunk]
"""(folders of a language, folders of the others that go with them)"""


def join_branches(files: list[CorpusFile]) -> list[CorpusFile]:
    """The files, those in a branch of their language's own under the paths of the other languages."""
    counts = Counter(file.language for file in files if file.language)
    onto: set[Trunk] = set()
    for language in sorted(counts, key=lambda tag: (tag.startswith("en"), counts[tag], tag)):
        branches = _branches(language, files)
        if branches:
            files = [
                replace(file, trunk=_onto(file.trunk, branches)) if file.language == language else file
                for file in files
            ]  # fmt: skip
        onto.update(branches.values())
    common = os.path.commonprefix(sorted(onto)) if onto else ()
    if not common or any(file.trunk[: len(common)] != common or file.trunk == common for file in files):
        return files
    return [replace(file, trunk=file.trunk[len(common) :]) for file in files]


def _branches(language: str, files: list[CorpusFile]) -> dict[Trunk, Trunk]:
    """The branches of a language: its folders, each with the folders of the others that go with it."""
    trunks: dict[str, set[Trunk]] = defaultdict(set)
    for file in files:
        trunks[file.language].add(file.trunk)
    own = trunks.pop(language)
    others = set[Trunk]().union(*trunks.values())
    open_ones = own - others
    if not open_ones:  # other languages stand in the same folders: those that do not tell where the versions are
        others = set[Trunk]().union(*(found for found in trunks.values() if not found & own))
        open_ones = own
    targets = others - own
    found: dict[Trunk, Trunk] = {}
    # what has found its versions makes room: the ends of the others' paths may be unique now
    while new := _voted(open_ones, targets, own, found):
        found |= new
        landed = {trunk: _onto(trunk, found) for trunk in open_ones}
        open_ones = {trunk for trunk, target in landed.items() if target not in targets}
        targets = targets - set(landed.values())
    return found


def _voted(open_ones: set[Trunk], targets: set[Trunk], own: set[Trunk], known: Collection[Trunk]) -> dict[Trunk, Trunk]:
    """The branches that the paths that are open yet vote for, but for those that are known."""
    ends = _unique_ends(targets)
    votes = Counter(branch for trunk in sorted(open_ones) if (branch := _vote(trunk, ends)))
    found: dict[Trunk, Trunk] = {}
    for (folders, onto), count in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        below = [trunk for trunk in open_ones if _is_below(trunk, folders)]
        is_disjoint = not any(_is_below(trunk, onto) and not _is_below(trunk, folders) for trunk in own)
        if folders not in known and folders not in found and 2 * count >= len(below) and is_disjoint:
            found[folders] = onto
    return found


def _unique_ends(trunks: Iterable[Trunk]) -> dict[Trunk, Trunk | None]:
    """Every end of the trunks, with the trunk that it ends; None where it ends several."""
    ends: dict[Trunk, Trunk | None] = {}
    seen: dict[Trunk, int] = defaultdict(int)
    for trunk in sorted(trunks):
        for length in range(1, len(trunk) + 1):
            end = trunk[-length:]
            seen[end] += 1
            ends[end] = trunk if seen[end] == 1 else None
    return ends


def _vote(trunk: Trunk, ends: dict[Trunk, Trunk | None]) -> _Branch | None:
    for length in range(len(trunk), 0, -1):
        if (end := trunk[-length:]) in ends:
            other = ends[end]
            return (trunk[:-length], other[:-length]) if other is not None else None
    return None


def _is_below(trunk: Trunk, folders: Trunk) -> bool:
    return trunk[: len(folders)] == folders


def _onto(trunk: Trunk, branches: Mapping[Trunk, Trunk]) -> Trunk:
    """Where a path lies in the other languages: by the deepest branch that it is in."""
    for length in range(len(trunk), -1, -1):
        onto = branches.get(trunk[:length])
        if onto is not None and not (onto and _is_below(trunk, onto)):
            return (*onto, *trunk[length:])
    return trunk
