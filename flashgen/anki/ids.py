"""The numbers and guids by which Anki knows things, each derived from what it names: the same in every build."""

from __future__ import annotations

import base64
import hashlib
import json

_JSON = json.JSONEncoder(ensure_ascii=False)


def derived_id(*parts: object) -> int:
    """The id of a note type, field or card type that has none in the configuration (48 bits).

    `parts` say what it is for, for example (id of the note type, name of the card type).
    """
    return int.from_bytes(hashlib.sha256("/".join(map(str, parts)).encode()).digest()[:6], "big")


def fact_guid(identity: list[str | int]) -> str:
    """A note's guid from its fact's identity, joined unambiguously; 16 characters, 80 bits."""
    digest = hashlib.sha256(_JSON.encode(identity).encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest[:10]).decode().lower()


def deck_id(name: str) -> int:
    """The id of a deck inside a package, at least 2: Anki knows decks by name, so it only has to be the deck's own."""
    return int.from_bytes(hashlib.sha256(name.casefold().encode()).digest()[:5], "big") + 2
