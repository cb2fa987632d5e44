"""Pairs that a person has checked: the sample's articles, damaged as real ones are, paired as a build pairs them.

Each file in `tests/pairing/gold` names an article and two languages, what was done to which document, every pair that
is right, and every fact that has no partner left. Texts are named by their beginnings; questions stand for their
answers.
"""

from __future__ import annotations

import runpy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from pathlib import Path
from typing import Any

import pytest
import yaml

from flashgen.config.bundled import bundled
from flashgen.corpus.article import parse_article
from flashgen.corpus.documents import read_corpus
from flashgen.facts.version import make_version
from flashgen.pairing.articles import PivotVersion, pair_articles
from flashgen.pairing.model import TranslationModel, learn_model
from flashgen.records.documents import Document
from flashgen.records.facts import Fact, Version
from flashgen.records.pairs import Bead

GOLD = Path(__file__).parent / "gold"
KINDS = ("definition", "purpose", "statistic", "callout", "highlight", "faq")
PIVOTS = 3
"""Pivot languages that are asked in doubt, as a build asks them."""

Change = Mapping[str, Any]


def damaged(text: str, changes: Sequence[Change]) -> str:
    """A document after changes to its lines, list items, quotations and sections, each named by how it begins."""
    lines = text.splitlines()
    for change in changes:
        lines = _changed(lines, change)
    return "\n".join(lines) + "\n"


def _changed(lines: list[str], change: Change) -> list[str]:
    if "remove" in change:
        start = _line(lines, change["remove"])
        end = start + 1
        while lines[start].startswith(">") and lines[end].startswith(">"):
            end += 1
        return lines[:start] + lines[end:]
    if "insert" in change:
        place = _line(lines, change["before"])
        return [*lines[:place], _mark(lines[place]) + change["insert"], *lines[place:]]
    if "reword" in change:
        place = _line(lines, change["reword"])
        return [*lines[:place], _mark(lines[place]) + change["as"], *lines[place + 1 :]]
    if "swap" in change or "order" in change:
        wanted = [_line(lines, beginning) for beginning in change.get("swap") or change["order"]]
        places = wanted[::-1] if "swap" in change else sorted(wanted)
        moved = {place: lines[origin] for place, origin in zip(places, wanted, strict=True)}
        return [moved.get(number, line) for number, line in enumerate(lines)]
    if "join" in change:
        first, second = (_line(lines, beginning) for beginning in change["join"])
        joined = f"{lines[first]} {_bare(lines[second])}"
        return [joined if number == first else line for number, line in enumerate(lines) if number != second]
    if "unmark" in change:
        place = _line(lines, change["unmark"])
        return [*lines[:place], "", _bare(lines[place]), "", *lines[place + 1 :]]
    start, before = lines.index(change["move"]), lines.index(change["before"])
    end = next(number for number in range(start + 1, len(lines)) if lines[number].startswith("## "))
    return [*lines[:before], *lines[start:end], *lines[before:start], *lines[end:]]


def _line(lines: Sequence[str], beginning: str) -> int:
    """The one line that begins so, its list mark aside."""
    (found,) = (number for number, line in enumerate(lines) if beginning in (line, _bare(line)[: len(beginning)]))
    return found


def _bare(line: str) -> str:
    return line[len(_mark(line)) :]


def _mark(line: str) -> str:
    mark, _, _ = line.partition(" ")
    return f"{mark} " if mark == "-" or (mark[:-1].isdigit() and mark.endswith(".")) else ""


@dataclass(frozen=True)
class Case:
    """One file of gold: a corpus with one damaged article, and what is right of it."""

    name: str
    native: Version
    target: Version
    damage: str
    pairs: Mapping[str, Mapping[str, str]]
    alone: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Tally:
    """How the pairs that were made compare with gold."""

    right: int = 0
    wrong: tuple[str, ...] = ()
    pairable: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.wrong + other.wrong, self.pairable + other.pairable)

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.right / self.pairable


def _version(text: str, slug: str, language: str) -> Version:
    name = f"{language}/{slug}.md"
    article, problems = parse_article(Document(name, name, slug, language), text.encode())
    assert article is not None, problems
    return make_version(article)


@lru_cache(maxsize=1)
def sample() -> Mapping[str, Mapping[str, tuple[str, Version]]]:
    """The project's own sample, by article and language: source and version."""
    return {
        slug: {
            tag: (source := Path(document.path).read_text(encoding="utf-8"), _version(source, slug, tag))
            for tag, document in found.items()
        }
        for slug, found in read_corpus((bundled("sample"),)).versions.items()
    }


@lru_cache(maxsize=1)
def cases() -> tuple[Case, ...]:
    return tuple(map(_case, sorted(GOLD.glob("*.yaml"))))


def _case(path: Path) -> Case:
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    slug = told["article"]

    def version(tag: str) -> Version:
        changes = [change for change in told.get("changes", ()) if change["in"] == tag]
        return _version(damaged(sample()[slug][tag][0], changes), slug, tag)

    return Case(
        path.stem,
        version(told["native"]),
        version(told["target"]),
        told["damage"],
        told["pairs"],
        told.get("alone", {}),
    )


def tally(case: Case, with_pivots: bool) -> Tally:
    """Pair a case as a build would that finds the damaged article among whole ones."""
    native, target = case.native, case.target
    slug, tags = native.document.slug, (native.language, target.language)
    others = sorted({tag for found in sample().values() for tag in found} - {*tags})[:PIVOTS]

    def read_pivots() -> list[PivotVersion]:
        return [PivotVersion(sample()[slug][tag][1], learnt(tags[0], tag), learnt(tag, tags[1])) for tag in others]

    whole = {held: (found[tags[0]][1], found[tags[1]][1]) for held, found in sample().items()}
    model = learn_model({**whole, slug: (native, target)}.values())
    return _compared(pair_articles(native, target, KINDS, model, read_pivots if with_pivots else list), case)


@lru_cache(maxsize=100)
def learnt(native: str, target: str) -> TranslationModel:
    """What the sample teaches of two languages."""
    return learn_model((found[native][1], found[target][1]) for found in sample().values())


def _compared(beads: Sequence[Bead], case: Case) -> Tally:
    right, wrong = 0, []
    for bead in beads:
        if bead.is_pair and bead.native and bead.target:
            ours, theirs = told(bead.native), told(bead.target)
            known = case.pairs.get(bead.kind, {}).items()
            if any(ours.startswith(one) and theirs.startswith(other) for one, other in known):
                right += 1
            else:
                wrong.append(f"{case.name}: {ours} | {theirs}")
    return Tally(right, tuple(wrong), sum(map(len, case.pairs.values())))


def told(fact: Fact) -> str:
    """What gold knows a fact by."""
    return fact.question if fact.kind == "faq" else fact.answer


@lru_cache(maxsize=2)
def tallies(with_pivots: bool) -> Mapping[str, Tally]:
    return {case.name: tally(case, with_pivots) for case in cases()}


def total(found: Mapping[str, Tally]) -> Tally:
    return reduce(Tally.__add__, found.values(), Tally())


def test_no_pair_is_wrong_however_the_articles_are_damaged() -> None:
    assert total(tallies(True)).wrong == ()


def test_hardly_a_pair_is_wrong_where_no_pivot_language_can_be_asked() -> None:
    """Another edition is told by pivot languages alone."""
    told_by_pivots = {case.name for case in cases() if case.damage == "an older revision"}
    found = total({name: one for name, one in tallies(False).items() if name not in told_by_pivots})
    assert len(found.wrong) <= found.right / 100


RECALL, RECALL_ALONE = 0.87, 0.83
"""The least shares of pairs found: with pivot languages to ask (90.1 % when written), without them (87.2 %)."""


def test_a_pair_is_found_as_often_as_it_was() -> None:
    assert total(tallies(True)).recall >= RECALL
    assert total(tallies(False)).recall >= RECALL_ALONE


def test_whole_versions_lose_no_pair_to_doubt() -> None:
    found = [tallies(True)[case.name] for case in cases() if case.damage == "none"]
    assert found
    assert all(tally.right == tally.pairable for tally in found)


def test_no_damage_costs_half_of_the_pairs() -> None:
    poor = [name for name, tally in tallies(True).items() if tally.recall <= 0.5]
    assert poor == []


def test_gold_knows_every_damage_of_the_benchmark_twice_in_many_languages() -> None:
    names = [case.damage for case in cases()]
    damages = runpy.run_path(str(GOLD.parents[2] / "benchmarks" / "damage.py"))["DAMAGES"]
    assert {name for name in names if names.count(name) >= 2} == {"none", *damages}
    assert len({(case.native.language, case.target.language) for case in cases()}) >= 4
    assert {case.native.document.slug for case in cases()} == set(sample())


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_gold_tells_of_every_fact_where_it_belongs_and_once(case: Case) -> None:
    for side, version in enumerate((case.native, case.target)):
        beginnings = [pair[side] for pairs in case.pairs.values() for pair in pairs.items()]
        beginnings += case.alone.get(version.language, ())
        texts = [told(fact) for kind in KINDS for fact in version.facts[kind]]
        assert [sum(text.startswith(one) for one in beginnings) for text in texts] == [1] * len(texts)
        assert [sum(text.startswith(one) for text in texts) for one in beginnings] == [1] * len(beginnings)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_gold_damages_the_articles_that_it_says_it_damages(case: Case) -> None:
    whole = sample()[case.native.document.slug]
    changed = [version.sections != whole[version.language][1].sections for version in (case.native, case.target)]
    assert sum(changed) == {"none": 0, "delete on both sides": 2}.get(case.damage, 1)
