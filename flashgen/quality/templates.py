"""Marks of a site generator that the reader did not know: what stands there on the page, nobody can tell from here."""

from __future__ import annotations

import re

from flashgen.quality.view import Shown, View

_TEMPLATE = re.compile(
    r"\{\{(?!c\d+::)[^\s{}]{0,20}"  # Anki's own mark for a hidden word means nothing to any site
    r"|\{%|%\}|<%|%>|\$\{\w+|:::|\[!\w+\]|\[\^\w+\]|\[\[|\{[:#][^\s{}]{1,20}|\\[A-Za-z]+\s?[{^_]"
)

_SIGNS = ("{{", "{%", "%}", "<%", "%>", "${", ":::", "[!", "[^", "[[", "{:", "{#", "\\")
"""Of which all marks have one."""


def may_hold_template(side: Shown) -> bool:
    """Whether any text of a side may hold a mark of a site generator (`template`)."""
    return any(sign in side.text for sign in _SIGNS)


def template(view: View) -> str:
    """A macro, a shortcode, or a formula in commands, that has no text of its own.

    Met in the documentation of Kubernetes: `version {{< param "version" >}} or later`.
    """
    for text, _ in view.texts:
        if found := _TEMPLATE.search(text):
            return f"holds {found[0].strip()!r}, which a site fills in"
    return ""
