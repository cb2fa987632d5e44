"""Templates that were rendered before are not rendered again, and a template that was edited is."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from flashgen.anki.note_types import NoteType
from flashgen.cache.store import Store
from flashgen.config.bundled import bundled
from flashgen.config.load import load_config
from flashgen.config.template_files import TemplateFiles
from flashgen.errors import FlashgenError
from flashgen.pipeline.kept_templates import render_templates


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a configuration and templates of one's own."""
    shutil.copytree(bundled("config"), tmp_path / "own" / "config")
    shutil.copytree(bundled("card_templates"), tmp_path / "own" / "card_templates")
    return tmp_path / "own"


def loaded(own: Path, store: Path) -> Mapping[str, NoteType]:
    """The note types as a build loads them that may use what another has kept."""
    config, kept = load_config(own / "config"), Store(store)
    note_types = render_templates(config, kept)
    kept.close()
    return note_types


def test_a_second_build_renders_nothing_and_has_the_same_note_types(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = loaded(own, tmp_path / "cache")
    without_a_store = load_config(own / "config").load_note_types()

    def never(self: TemplateFiles, name: str, values: object) -> str:
        raise AssertionError(f"{name} is rendered again")

    monkeypatch.setattr(TemplateFiles, "_render", never)
    assert loaded(own, tmp_path / "cache") == first == without_a_store


def test_an_edited_template_is_rendered_anew(own: Path, tmp_path: Path) -> None:
    before = loaded(own, tmp_path / "cache")["faq"].cards[0].front
    front = own / "card_templates" / "faq" / "question.front.html"
    front.write_text(front.read_text(encoding="utf-8") + "<p>edited</p>\n", encoding="utf-8")
    after = loaded(own, tmp_path / "cache")["faq"].cards[0].front
    assert (before.count("edited"), after.count("edited")) == (0, 1)


def test_a_mistake_in_a_template_is_told_whether_or_not_another_build_has_met_it(own: Path, tmp_path: Path) -> None:
    front = own / "card_templates" / "faq" / "question.front.html"
    front.write_text("{{Missing}}", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(FlashgenError, match="Missing"):
            loaded(own, tmp_path / "cache")
