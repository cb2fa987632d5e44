"""What a request and the settings become: jobs, with the settings of the quality gate; and who does them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flashgen.cache.store import Store
from flashgen.config.bundled import bundled
from flashgen.config.load import Config, load_config
from flashgen.corpus.link_targets import Resolve
from flashgen.language.pointing import NOTHING
from flashgen.pipeline import versions
from flashgen.pipeline.jobs import Request, pair_up, run_jobs
from flashgen.pipeline.sources import gate_settings, read_sources
from flashgen.quality.settings import Gate
from flashgen.records.documents import Document


def config(folder: Path, text: str) -> Config:
    (folder / "flashgen.yaml").write_text(text, encoding="utf-8")
    return load_config(folder / "flashgen.yaml")


def test_the_gate_asks_every_rule_unless_the_settings_say_otherwise(tmp_path: Path) -> None:
    assert gate_settings(config(tmp_path, "deck: Api")) == Gate()


def test_one_rule_is_turned_off_by_its_name(tmp_path: Path) -> None:
    said = "suspects: tag\nrules: {label: false}\nlimits: {longest: 90}"
    assert gate_settings(config(tmp_path, said)) == Gate("tag", frozenset(["label"]), longest=90)


def test_the_gate_knows_how_texts_point_in_the_languages_of_a_pair_unless_it_is_not_asked(tmp_path: Path) -> None:
    gate = gate_settings(config(tmp_path, "deck: Api"), "en", "de-AT", "xx")
    assert "see above" in gate.pointing_in("en").elsewhere
    assert "siehe" in gate.pointing_in("de-AT").referring
    assert gate.pointing_in("xx") == gate.pointing_in("it") == NOTHING
    assert gate_settings(config(tmp_path, "rules: {points-elsewhere: false}"), "en", "de").pointing == ()


@pytest.mark.parametrize("workers", [1, 2])
def test_workers_read_what_is_learnt_from_so_that_nobody_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    readers = tmp_path / "readers.txt"
    read_version = versions.read_version

    def read_and_sign(
        document: Document, data: bytes, settings: versions.ReadingSettings, resolve: Resolve
    ) -> versions.ReadVersion:
        with readers.open("a", encoding="utf-8") as stream:
            stream.write(f"{os.getpid()}\n")
        return read_version(document, data, settings, resolve)

    monkeypatch.setattr(versions, "read_version", read_and_sign)
    folders = (bundled("sample"),)
    config = load_config()
    sources = read_sources(folders, config, Store(tmp_path / "store"))
    outcomes = list(run_jobs(pair_up(Request("ru", "it", folders), config, sources), workers))
    assert all(outcome.bitext for outcome in outcomes)
    assert (str(os.getpid()) in readers.read_text(encoding="utf-8").split()) == (workers == 1)
