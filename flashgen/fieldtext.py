"""Plain text -> field HTML, exactly as a browser would write it, with everything that Anki would act on put out.

Anki's editor rewrites a field whose HTML it would have written otherwise, and stamps the note as edited; and
square brackets, backslashes, braces and colons start sounds, speech, LaTeX, MathJax or clozes. An empty span in
the middle of such a mark leaves it as text. Tested against Anki: see docs/anki.md.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape

_LIVE = re.compile(r"\[(?=sound:|anki:|latex\]|\$|\[type:)|\\(?=[(\[])|\{(?=\{)|\}(?=\})|:(?=:)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]|[\ud800-\udfff]")
_JOINING = re.compile("^\u0338", re.MULTILINE)
_TAG = re.compile("<[^>]*>")
_TAG_EDGE = re.compile(r"^[\s:]+|[\s:]+$")
_SPACE_IN_TAG = re.compile(r"\s+|\u3000")


def field_html(text: str) -> str:
    """The text as a field shows it; line ends become `<br>`."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    text = _CONTROL.sub("\ufffd", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u00a0", "&nbsp;")
    text = _LIVE.sub(lambda match: f"{match[0]}<span></span>", text)
    # this one mark would join the ">" of a tag before it, which Anki does when it composes characters
    return _JOINING.sub("\ufffd", text.strip()).replace("\n", "<br>")


def plain_text(html: str) -> str:
    """The text that a learner reads in a field which `field_html` or `marked_html` made."""
    return unescape(_TAG.sub("", html.replace("<br>", "\n"))).replace("\u00a0", " ")


def marked_html(before: str, marked: str, after: str) -> str:
    """A sentence with the part that matters in bold."""
    # each part is stripped on its own, so the spaces between them are put back
    left = " " if before[-1:].isspace() else ""
    right = " " if after[:1].isspace() else ""
    return f"{field_html(before)}{left}<b>{field_html(marked)}</b>{right}{field_html(after)}"


def tag_name(text: str) -> str:
    """A tag that Anki keeps as it is: no spaces, no empty levels, no controls."""
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text))
    parts = (_TAG_EDGE.sub("", part) for part in text.split("::"))
    return "::".join(_SPACE_IN_TAG.sub("_", part) for part in parts if part)


def deck_name(text: str) -> str:
    """A deck name that Anki keeps as it is; at most 11 levels, which is Anki's limit."""
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text))
    parts = [part for part in (" ".join(part.split()).strip(": ") for part in text.split("::")) if part]
    return "::".join(parts[:11])
