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
    leads_in = not KINDS[view.fact.kind].is_nominal
    for text, _ in view.texts:
        if found := find_pointer(text, phrases, leads_in=leads_in and text is view.fact.context):
            return f"{found!r} is not on the card"
    return ""


def may_point(side: Shown) -> bool:
    """Whether any text of a side may point at another place (`points_elsewhere`)."""
    return may_hold_pointer(side.text, side.gate.pointing_in(side.version.language))
