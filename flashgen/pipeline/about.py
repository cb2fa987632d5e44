"""What a deck says of itself, with what the front matter of its articles adds: whose texts they are, under what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from flashgen.language.patterns import FRONT, fill, front_keys
from flashgen.records.pairs import Bitext

_MOST_VALUES, _LONGEST_VALUE = 20, 200
"""How many values of a key are listed, and how many characters of each: a deck's description is a few lines."""


class About:
    """Filled in article by article."""

    def __init__(self, about: Mapping[str, str], release: str) -> None:
        """`about` is what the configuration says; a `release` takes the place of its version."""
        self._about = {**about, **({"version": release} if release else {})}
        keys = {key for text in self._about.values() for key in front_keys(text)}
        self._found: dict[str, Counter[str]] = {key: Counter() for key in keys}

    def add(self, bitext: Bitext) -> None:
        """Note what the two versions of an article hold under the keys that are asked for."""
        for key, values in self._found.items():
            values.update({_tidy(side.front.get(key, "")) for _, side in bitext.sides} - {""})

    def said(self) -> dict[str, str]:
        """Each text with its placeholders filled; one that nothing fills is left out, as one that is empty."""
        filled = {key: self._filled(text) for key, text in self._about.items()}
        return {key: text for key, text in filled.items() if text}

    def _filled(self, text: str) -> str:
        if not all(map(self._found.__getitem__, front_keys(text))):
            return ""
        return fill(
            text, lambda name: _listed(self._found[name.removeprefix(FRONT)]) if name.startswith(FRONT) else None
        )


def _tidy(value: str) -> str:
    """One line of plain text."""
    return "".join(filter(str.isprintable, " ".join(value.split())))[:_LONGEST_VALUE]


def _listed(values: Counter[str]) -> str:
    """Each value once, those of the most articles first."""
    names = sorted(values, key=lambda value: (-values[value], value))
    return ", ".join((*names[:_MOST_VALUES], *(["…"] if len(names) > _MOST_VALUES else [])))
