"""What a person says of an article's pairs, written into `pairs.yaml`, where the next build reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from flashgen.atomic_file import atomic_write, fingerprint
from flashgen.config.pairs_file import NAME, read_pairs
from flashgen.errors import FlashgenError
from flashgen.records.pairs import Bitext

_OPENING = """\
# Pairs of texts that a person has looked at: `same: true` makes a note of them, `same: false` makes none, for good.
# The texts are those of `flashgen show`; the last word on two texts counts.
pairs:
"""


def write_verdicts(
    bitext: Bitext, folder: Path, languages: tuple[str, str], confirmed: Iterable[int], denied: Iterable[int]
) -> Path:
    """Append verdicts on pairs, named by their numbers (from 1, as `flashgen show` prints them); the file's path.

    `languages` are (native, target). Raises FlashgenError for a number that names no pair, and where the file cannot be
    read or written; then it is as it was.
    """
    said = [(number, True) for number in confirmed] + [(number, False) for number in denied]
    entries = [
        {"article": bitext.slug, "same": same, "texts": _texts(bitext, number, languages)} for number, same in said
    ]
    path = folder / NAME
    expected = fingerprint(path)
    before = _read(path) if expected else _OPENING
    with atomic_write(path, expected) as stream:
        stream.write((before + _as_yaml(entries)).encode())
    return path


def _texts(bitext: Bitext, number: int, languages: tuple[str, str]) -> dict[str, str]:
    if not 1 <= number <= len(bitext.beads):
        message = f"there is no pair {number}: `flashgen show {bitext.slug}` numbers them 1 to {len(bitext.beads)}"
        raise FlashgenError(message, usage=True)
    if (both := bitext.beads[number - 1].both) is None:
        message = f"{number} has a text in one language only: write both texts into {NAME} by hand"
        raise FlashgenError(message, usage=True)
    return dict(zip(languages, (fact.answer for fact in both), strict=True))


def _read(path: Path) -> str:
    """The file's text, ready to be added to. Raises FlashgenError with each mistake in it."""
    read_pairs([path.parent])
    return path.read_text(encoding="utf-8-sig").rstrip("\n") + "\n"


def _as_yaml(entries: Sequence[Mapping[str, Any]]) -> str:
    text = yaml.safe_dump(list(entries), allow_unicode=True, sort_keys=False, width=10**6)
    return "".join(f"  {line}\n" for line in text.splitlines())
