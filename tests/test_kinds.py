"""A kind of facts is a row in the table of kinds, and everything that the row asks for is there."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
import yaml

from flashgen.config import schema
from flashgen.config.bundled import bundled
from flashgen.config.load import load_config
from flashgen.config.note_types import load_note_types
from flashgen.config.phrases import NEUTRAL_PHRASES, CardPhrases
from flashgen.facts.extraction import READERS
from flashgen.kinds import KINDS, Task

LANGUAGES = sorted((bundled("config") / "languages").glob("*.yaml"))
PROMPTED = {name for name, kind in KINDS.items() if kind.has_prompt}


def phrases(path: Path) -> CardPhrases:
    return CardPhrases.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_the_configuration_knows_every_kind() -> None:
    assert get_args(schema.Kind) == tuple(KINDS)


def test_every_kind_has_a_note_type_in_the_order_in_which_kinds_are_learnt() -> None:
    config = load_config(bundled("config"))
    assert tuple(load_note_types(config.card_types, config.templates)) == tuple(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_folder_of_templates(kind: str) -> None:
    assert list((bundled("card_templates") / kind).glob("*.html"))


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_kind_has_a_label_and_those_that_need_one_a_prompt(path: Path) -> None:
    said = phrases(path)
    assert set(said.labels) >= set(KINDS)
    assert set(said.prompts) == PROMPTED


def test_a_language_without_a_file_is_prompted_for_the_same_kinds() -> None:
    assert set(NEUTRAL_PHRASES.prompts) == PROMPTED


def test_every_reading_has_a_reader_and_every_reader_a_kind() -> None:
    readings = [reading for kind in KINDS.values() for reading in kind.readings]
    assert sorted(readings) == sorted(READERS)


def test_a_label_that_another_kind_lends_is_that_of_a_kind() -> None:
    assert {kind.native_label for kind in KINDS.values()} <= {"", *KINDS}


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_task_has_words(path: Path) -> None:
    assert set(phrases(path).tasks) == set(get_args(Task))


def test_only_terms_and_sentences_are_read_of_both_versions_together() -> None:
    assert [name for name, kind in KINDS.items() if not kind.readings] == ["term", "sentence"]


def test_only_terms_come_from_other_articles() -> None:
    assert [name for name, kind in KINDS.items() if kind.is_linked] == ["term"]


def test_only_sentences_are_off_by_default() -> None:
    assert [kind for kind in KINDS if kind not in load_config(bundled("config")).kinds] == ["sentence"]


def test_the_first_reading_of_a_kind_bears_its_name() -> None:
    named = {name: kind.readings[0] for name, kind in KINDS.items() if kind.readings and not kind.is_nominal}
    assert all(reading == name for name, reading in named.items())
