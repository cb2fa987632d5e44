"""What a request and the settings become: jobs, with the settings of the quality gate."""

from __future__ import annotations

from pathlib import Path

from flashgen.config.load import load_config
from flashgen.config.schema import Settings
from flashgen.pipeline.sources import gate_settings
from flashgen.quality.settings import Gate


def settings(folder: Path, text: str) -> Settings:
    (folder / "flashgen.yaml").write_text(text, encoding="utf-8")
    return load_config(folder / "flashgen.yaml").settings


def test_the_gate_asks_every_rule_unless_the_settings_say_otherwise(tmp_path: Path) -> None:
    assert gate_settings(settings(tmp_path, "deck: Api")) == Gate()


def test_one_rule_is_turned_off_by_its_name(tmp_path: Path) -> None:
    said = "suspects: tag\nrules: {label: false}\nlimits: {longest: 90}"
    assert gate_settings(settings(tmp_path, said)) == Gate("tag", frozenset(["label"]), longest=90)
