"""Articles make the same notes in every script, whatever sign it ends its sentences with."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from flashgen.anki.package_reader import read_edition
from tests.support.command_line import run

MILLS = Path(__file__).parent / "mills"
KINDS = {"definition": 1, "purpose": 2, "callout": 1, "highlight": 2}
TAGS = sorted({path.suffixes[0][1:] for path in MILLS.glob("*.md")} - {"en"})
"""Amharic, Tibetan, Hindi, Armenian, Khmer, Burmese, Thai, which has no such sign, and Urdu."""


def notes(folder: Path, tag: str) -> Counter[str]:
    """How many notes of each kind the article makes, English asked in another language."""
    for one in ("en", tag):
        shutil.copy(MILLS / f"mill.{one}.md", folder)
    package = folder / "mill.apkg"
    options = ("--corpus", str(folder), "--output", str(package), "--no-cache", "--jobs", "1")
    result = run("build", "--from", "en", "--to", tag, *options)
    assert result.exit_code == 0, result.output
    return Counter(note.kind for note in read_edition(package).notes.values())


@pytest.mark.parametrize("tag", TAGS)
def test_an_article_makes_all_its_notes(tmp_path: Path, tag: str) -> None:
    assert notes(tmp_path, tag) == KINDS
