"""Texts that speak of what is on the page, and on no card."""

from __future__ import annotations

from flashgen.kinds import KINDS
from flashgen.language.pointing import find_pointer, may_hold_pointer
from flashgen.quality.view import Shown, View


def points_elsewhere(view: View) -> str:
    """A text that points at another place of its page: "see above", "this chart". The phrases are configured.

    Met in the Open Source Guides, where "this graph" is the one that their reader has just opened. What leads in to an
    item may point at what follows, since that is the item itself; the example of a word may not.
    """
    phrases = view.gate.pointing_in(view.language)
    kind = KINDS[view.fact.kind]
    # what answers a question, or stands under a lead-in, may speak of what that names
    is_first = kind.needs_telling_question or not (kind.has_question or view.fact.context)
    opens = is_first and not view.goes_on
    for text, _ in view.texts:
        is_lead_in = text is view.fact.context and not kind.is_nominal
        if found := find_pointer(text, phrases, leads_in=is_lead_in, opens=opens and text is view.fact.answer):
            return f"{found!r} is not on the card"
    return ""


def may_point(side: Shown) -> bool:
    """Whether any text of a side may point at another place (`points_elsewhere`)."""
    return may_hold_pointer(side.text, side.gate.pointing_in(side.version.language))
