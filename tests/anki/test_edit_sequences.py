"""Random sequences of edits whose truth is known: which histories learners keep (more: benchmarks/identity.py)."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from flashgen.anki.package_reader import read_edition
from flashgen.config.load import load_config
from tests.support.anki_collection import open_collection
from tests.support.editing import USUAL, Corpus, standing
from tests.support.learner import BEGUN, DAY, agrees, bring
from tests.support.publishing import Ledger, Survival, publish

RECOGNISABLE = 2 / 3
"""Of the words of a fact, in the mean of both languages."""
CONFIG = load_config()
"""Read once, since its note types take longer to make than a small deck."""
CHANCES = st.randoms(use_true_random=True)
EDITIONS = st.lists(st.lists(st.sampled_from(USUAL), min_size=1, max_size=2), min_size=1, max_size=4)


def published(
    chance: random.Random, editions: list[list[str]], ledger: Ledger, package: Path
) -> Iterator[list[Survival]]:
    """Publish a made-up corpus, and again after the edits of each edition; what became of the facts, each time."""
    corpus = Corpus(chance)
    for number, edits in enumerate([[], *editions]):
        for kind in edits:
            corpus.edit(kind)
        publish(corpus.files, package.parent, BEGUN + number * DAY, CONFIG)
        yield ledger.enter(corpus, read_edition(package))
    assert ledger.withheld <= 2 * len(editions)


def often(examples: int) -> settings:
    """The same examples each time, and no search for smaller ones, since each takes some builds."""
    return settings(
        max_examples=examples, derandomize=True, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip


@often(10)
@given(CHANCES, EDITIONS)
def test_a_recognisable_fact_keeps_its_guid_and_no_guid_ever_serves_another(
    chance: random.Random, editions: list[list[str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger()
        for survivals in published(chance, editions, ledger, Path(folder, "deck.apkg")):
            assert ledger.usurped == []
            lost = [survival for survival in survivals if not survival.was_kept and survival.edit != "was withheld"]
            assert [survival for survival in lost if standing(survival.before, survival.after) >= RECOGNISABLE] == []


@often(4)
@given(CHANCES, EDITIONS)
def test_a_learner_keeps_every_card_and_gets_every_edition(chance: random.Random, editions: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_collection() as collection:
        package = Path(folder, "deck.apkg")
        for _ in published(chance, editions, Ledger(), package):
            bring(collection, package)
            agrees(collection, package)
            collection.study()


@often(4)
@given(CHANCES, EDITIONS)
def test_a_fact_is_asked_by_the_cards_that_a_learner_has_studied(
    chance: random.Random, editions: list[list[str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, open_collection() as collection:
        package = Path(folder, "deck.apkg")
        for survivals in published(chance, editions, Ledger(), package):
            known = {history.guid for history in collection.histories().values()}
            collection.import_package(package)
            assert {survival.guid for survival in survivals if survival.was_kept} <= known
            fields = {guid: "\n".join(held) for guid, (held, _) in collection.contents().items()}
            assert all(survival.after[1] in fields[survival.guid] for survival in survivals)
