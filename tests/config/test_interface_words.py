"""The words of the preview page, as the language files hold them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from flashgen.config.bundled import bundled
from flashgen.config.interface_words import interface_words
from flashgen.config.phrases import InterfaceWord

ASSETS = Path(__file__).parent.parent.parent / "flashgen" / "preview" / "assets"
USES = re.compile(r"data-(?:word|label|hint)=\"(\w+)\"")
IN_SCRIPTS = re.compile(r"\bword\((.*)\)|(?:STATES|CARD_TYPES|REASONS) = \{(.*)\}|fillChoices\((.*)\),")


def test_the_page_uses_every_word_and_no_other() -> None:
    names = set(get_args(InterfaceWord))
    used = set(USES.findall((ASSETS / "page.html").read_text("utf-8")))
    for module in ASSETS.parent.glob("*.py"):
        used |= set(re.findall(r"[\"'](\w+)[\"']", module.read_text("utf-8"))) & {"import_hint", "no_script"}
    for script in ASSETS.glob("*.js"):
        for call in IN_SCRIPTS.findall(script.read_text("utf-8")):
            used |= set(re.findall(r"\"(\w+)\"", "".join(call))) & names
    assert used == names


def test_every_language_file_speaks_on_the_page() -> None:
    assert set(interface_words()) == {path.stem for path in (bundled("config") / "languages").glob("*.yaml")}
    assert interface_words()["cs"][0]["show_answer"] == "Zobrazit odpověď"
    assert interface_words()["cs"][1]["definition"] == "Definice"


def test_a_file_of_ones_own_adds_a_language_and_changes_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "config" / "languages"
    folder.mkdir(parents=True)
    (folder / "eo.yaml").write_text("interface: {show_answer: Montri respondon}\n", "utf-8")
    (folder / "cs.yaml").write_text("interface: {show_answer: Ukázat}\nlabels: 3\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    words = interface_words()
    assert words["eo"] == ({"show_answer": "Montri respondon"}, {})
    assert (words["cs"][0]["show_answer"], words["cs"][0]["close"]) == ("Ukázat", "Zavřít")
