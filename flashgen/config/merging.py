"""A user's YAML over the defaults: what a file leaves out is filled in, before anything is checked.

Lists begin with the user's entries, in the user's order, so that a mistake has the same path in the result as in the
user's file. Only what has the expected shape is touched: the rest is for the check to complain about.
"""

from __future__ import annotations

from typing import Any

from flashgen.anki.ids import derived_id

CLOZE_CARD = {"name": "Cloze", "front": "cloze/front.html", "back": "cloze/back.html"}
"""The card type of a cloze note type that lists none."""
_CONTENT_KEYS = frozenset(("front", "back", "ask", "question", "answer", "typed"))
"""The keys that say what a card shows."""


def merge(base: dict[str, Any], own: dict[Any, Any]) -> dict[Any, Any]:
    """The defaults with the user's keys over them; keys beneath a key may be left out one by one, too."""
    inner = {
        key: {**base[key], **value}
        for key, value in own.items()
        if isinstance(value, dict) and isinstance(base.get(key), dict)
    }
    return {**base, **own, **inner}


def merge_card_types(base: dict[str, Any], own: dict[Any, Any]) -> dict[Any, Any]:
    """As `merge`, with note types matched by kind, and their card types by id or name. Missing ids are derived."""
    whole = merge(base, own)
    entries = own.get("note_types", base["note_types"])
    if not isinstance(entries, list):
        return whole
    defaults = {note_type["kind"]: note_type for note_type in base["note_types"]}
    # a kind may be anything at all here, also what cannot be hashed
    kinds = [entry.get("kind") for entry in entries if isinstance(entry, dict)]
    listed = [kind for kind in kinds if isinstance(kind, str)]
    completed = [_complete_note_type(entry, defaults) if isinstance(entry, dict) else entry for entry in entries]
    return {**whole, "note_types": [*completed, *(one for kind, one in defaults.items() if kind not in listed)]}


def _complete_note_type(own: dict[Any, Any], defaults: dict[str, dict[str, Any]]) -> dict[Any, Any]:
    kind = own.get("kind")
    base = defaults.get(kind, {}) if isinstance(kind, str) else {}
    whole = {**base, **own}
    if own.get("cloze") is True:
        # Anki cannot turn a note type into one of clozes, so that it is another one
        whole["cards"] = own.get("cards", [CLOZE_CARD])
        if "id" not in own and base:
            whole["id"] = derived_id(base["id"], "cloze")
        if "name" not in own and base:
            whole["name"] = f"{base['name']} cloze"
    cards = whole.get("cards")
    if isinstance(cards, list):
        known = [] if own.get("cloze") is True else base.get("cards", [])
        whole["cards"] = [_complete_card(card, known, whole) if isinstance(card, dict) else card for card in cards]
    return whole


def _complete_card(own: dict[Any, Any], known: list[dict[str, Any]], note_type: dict[Any, Any]) -> dict[Any, Any]:
    base = next((card for key in ("id", "name") for card in known if key in own and card[key] == own[key]), {})
    if "front" not in own and {"ask", "question", "answer", "typed"} & own.keys():
        # the default's templates know nothing of these keys
        base = {key: value for key, value in base.items() if key not in _CONTENT_KEYS}
    whole = {**base, **own}
    if note_type.get("cloze") is True:
        whole = {**CLOZE_CARD, **whole}
    if "id" not in whole and isinstance(whole.get("name"), str):
        whole["id"] = derived_id(note_type.get("id"), whole["name"])
    return whole
