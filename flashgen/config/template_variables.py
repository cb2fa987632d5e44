"""A card type of the configuration -> the variables of its templates: which language asks, which fields are shown."""

from __future__ import annotations

from collections.abc import Iterable

from flashgen.config.schema import CardConfig
from flashgen.kinds import KINDS
from flashgen.record import Record

_SIDES = ("Target", "Native")
_ROLES = {"Answer": "main", "Question": "asked", "Term": "", "Figure": "", "Title": "", "Label": "", "Hint": "quiet"}


class ShownField(Record):
    """A field on a card, as templates use it."""

    whole: str
    """The name of the field, for example `TargetAnswer`."""
    side: str
    """The language it is in: `Target`, `Native` or, for a field of no language, empty."""
    name: str
    """Its name without the side, for example `Answer`."""
    role: str
    """Its CSS class."""


def template_variables(kind: str, card: CardConfig, ask: str = "") -> dict[str, object]:
    """What the templates of a card type can use.

    `kind`; `ask`, `reply` and `towards`: the language (Target or Native) that asks, the one that is answered in, and
    the latter again where it is another; `question`, `answer` and `typed`: the fields to show; `needs`: the fields
    without which there is no card; `title`: whether to show the article's title; `task`: whether the task that the kind
    sets is that of this card.

    The argument `ask` (Target or Native) puts another language in the place of the configured one.
    """
    asks = ask or (card.ask or "").title() or _choose_language(kind, card)
    other = _SIDES[asks == "Target"]
    question = _describe_fields(card.question or [asks + name for name in KINDS[kind].asked], kind)
    typed = _describe_fields([card.typed] if card.typed else [], kind)
    side = "Target" if KINDS[kind].is_in_one_language else other
    answer = _describe_fields(card.answer or [side + name for name in KINDS[kind].answered], kind)
    reply = next((field.side for field in (*typed, *answer) if field.side), side)
    shown = (*question, *typed, *answer)
    # what asks and what is answered must be there: else there is no card
    asked = next((field for field in question if field.name != "Context" or card.question), question[0])
    needs = [asked, *(typed or answer)[:1]]
    return {
        "kind": kind,
        "ask": asks,
        "reply": reply,
        "towards": reply if reply != asks else "",
        "question": question,
        "answer": answer,
        "typed": typed[0] if typed else None,
        "needs": list(dict.fromkeys(field.whole for field in needs)),
        "task": reply != asks and not KINDS[kind].is_in_one_language,
        "title": not any(field.name in ("Term", "Title") for field in shown),
    }


def _choose_language(kind: str, card: CardConfig) -> str:
    """The language that asks where the configuration does not say: that of the question, or not that of the answer."""
    asking = _find_side((card.question or [""])[0])
    if asking or KINDS[kind].is_in_one_language:
        return asking or "Target"
    answered = _find_side(card.typed or (card.answer or [""])[0])
    return _SIDES[answered == "Target"] if answered else "Target"


def _find_side(field: str) -> str:
    return next((side for side in _SIDES if field.startswith(side) and field != side), "")


def _describe_fields(fields: Iterable[str], kind: str) -> tuple[ShownField, ...]:
    found = []
    for field in fields:
        side = _find_side(field)
        name = field.removeprefix(side)
        role = "example" if kind == "term" and name == "Context" else _ROLES.get(name, "context")
        found.append(ShownField(field, side, name, role))
    return tuple(found)
