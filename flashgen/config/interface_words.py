"""What the preview page says in each language that has a file, read without checking what only cards need."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flashgen.config.bundled import bundled
from flashgen.config.yaml_file import load_yaml
from flashgen.language.tags import base_language, standard_tag

ENGLISH = "en"
"""The language that says what another one leaves out."""
_CONFIG = Path("config")
"""The configuration of the folder that flashgen is run in, if it has one."""
Words = dict[str, str]


def interface_words() -> dict[str, tuple[Words, Words]]:
    """(words by name, labels of kinds) by language tag; a file in `config/languages` here adds to flashgen's own.

    Raises FlashgenError for a file there that is no YAML.
    """
    found: dict[str, tuple[Words, Words]] = {}
    for folder in (bundled("config"), _CONFIG):
        for path in sorted((folder / "languages").glob("*.yaml")):
            data = load_yaml(path).data
            tag = standard_tag(path.stem)
            if tag and isinstance(data, dict):
                words, labels = found.get(tag, ({}, {}))
                found[tag] = words | _texts(data.get("interface")), labels | _texts(data.get("labels"))
    return found


def words_for(tag: str) -> tuple[str, Words]:
    """(language, words) for people who know a language; what has no word there is in English."""
    words = interface_words()
    found = next((one for one in (tag, base_language(tag)) if one in words), ENGLISH)
    return found, words[ENGLISH][0] | words[found][0]


def _texts(entries: Any) -> Words:
    return (
        {str(name): text for name, text in entries.items() if isinstance(text, str)}
        if isinstance(entries, dict)
        else {}
    )
