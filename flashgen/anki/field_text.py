"""Plain text -> field HTML, exactly as a browser would write it, with everything that Anki would act on put out.

Anki's editor rewrites a field whose HTML it would have written otherwise, and stamps the note as edited; and
square brackets, backslashes, braces and colons start sounds, speech, LaTeX, MathJax or clozes. An empty span in
the middle of such a mark leaves it as text. Tested against Anki: see docs/anki.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from html import unescape

from flashgen.anki.unbroken import keep_together, unbroken
from flashgen.language.unicode_forms import unicode_form
from flashgen.media.image_files import IMAGE_NAME
from flashgen.records.documents import Style

_LIVE = re.compile(r"\[(?=sound:|anki:|latex\]|\$|\[type:)|\\(?=[(\[])|\{(?=\{)|\}(?=\})|:(?=:)", re.IGNORECASE)
_BEGUN = re.compile(
    r"\[(?=(?:s(?:o(?:u(?:nd?)?)?)?|a(?:n(?:ki?)?)?|l(?:a(?:t(?:ex?)?)?)?|\[(?:t(?:y(?:pe?)?)?)?)?\Z)|\\\Z",
    re.IGNORECASE,
)
"""The beginning of such a mark at the end of a text: what a template puts behind the field could complete it."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]|[\ud800-\udfff]")
_JOINING = re.compile("^\u0338", re.MULTILINE)
_TAG = re.compile("<rt>(?:[^<]|<span></span>)*</rt>|<[^<>]*>")
_LIVE_IN_MATH = re.compile(r"\[(?=[A-Za-z$/])|\{(?=\{)|\}(?=\})|:(?=:)")
_PLAIN_TAG = re.compile(
    rf"""</?(?:b|i|code|sub|sup|ruby|rt|span)>|<br>|<span class="unbroken">|<a href="https://[^"<>\s]*">|</a>"""
    rf"""|<img src="{IMAGE_NAME}">"""
)
_IMAGE_TAG = re.compile(rf'<img src="({IMAGE_NAME})">')
_SPACED_IMAGE = re.compile(rf" ?{_IMAGE_TAG.pattern}")
_ACTING = re.compile(r"\[(?:sound:|anki:|latex\]|\$|\[type:)", re.IGNORECASE)
_MATH = re.compile(r"\\[(\[]")
_ACTING_IN_MATH = re.compile(
    r"\\(?:href|url|require|style|class|cssId|html[A-Za-z]*|data|unicode|includegraphics|mathtoolset"
    r"|[egx]?def|let|csname|(?:new|renew|provide)[A-Za-z]+|DeclareMathOperator)(?![A-Za-z])"
)
"""What MathJax makes links, styles and further commands of; no formula of a document that holds any is written."""
_FIGURES = re.compile("[0-9]+")
_TAG_EDGE = re.compile(r"^[\s:]+|[\s:]+$")
CLOZE_START = "{{c1::"
"""Begins the hidden words of a cloze field, which `}}` ends."""
_KEYS = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc\u2032", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u2033", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | {"\u2026": "..."}
)
_JOINED = re.compile("(?<=[\u0600-\u08ff\u0900-\u0dff])[\u200c\u200d](?=[\u0600-\u08ff\u0900-\u0dff])")
_SPACE_IN_TAG = re.compile(r"\s+|\u3000")


def field_html(text: str) -> str:
    """The text as a field shows it; line ends become `<br>`."""
    text = unicode_form("NFC", text.replace("\r\n", "\n"))
    text = _CONTROL.sub("\ufffd", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u00a0", "&nbsp;")
    text = _LIVE.sub(_neutralised, text.strip())
    text = _BEGUN.sub(_neutralised, text)
    # this one mark would join the ">" of a tag before it, which Anki does when it composes characters
    text = _JOINING.sub("\ufffd", text) if "\u0338" in text else text
    return text.replace("\n", "<br>")


@lru_cache(maxsize=1_000)  # titles, prompts and labels stand on every card of an article
def text_html(text: str) -> str:
    """The text as a field shows it to be read: no line ends where a reader would stumble."""
    return unbroken(field_html(keep_together(text)))


def _neutralised(mark: re.Match[str]) -> str:
    return f"{mark[0]}<span></span>"


def plain_text(html: str) -> str:
    """The text that a learner reads in a field which `field_html` or `marked_html` made.

    What only keeps a line from ending is no part of it (such as a word joiner), nor are
    readings above the line and images.
    """
    html = without_images(html)
    return unescape(_TAG.sub("", html.replace("<br>", "\n"))).replace("\u00a0", " ").replace("\u2060", "")


def without_images(html: str) -> str:
    """A field as it would be if no image stood in it."""
    return _SPACED_IMAGE.sub("", html).lstrip() if "<img" in html else html


def image_names(html: str) -> list[str]:
    """The names of the images that a field shows, in their order."""
    return _IMAGE_TAG.findall(html) if "<img" in html else []


def described_text(html: str) -> str:
    """As `plain_text`, with the names of the images that the field shows."""
    return plain_text(_IMAGE_TAG.sub(r"[\1]", html))


def is_harmless(html: str) -> bool:
    """Whether a field that was read back holds nothing that this module never writes and that could act on a card."""
    if "<" in _PLAIN_TAG.sub("", html) or _ACTING.search(html):
        return False
    text = unescape(html)  # MathJax reads what the browser shows
    return not (_MATH.search(text) and _ACTING_IN_MATH.search(text))


def link_html(address: str, text: str = "") -> str:
    """A link to an address by https, percent-encoded, whose text is the address itself or another."""
    # in an attribute, nothing can stand between the signs that Anki acts on
    address = re.sub(r"[\[\]\\]|:(?=:)", lambda sign: f"%{ord(sign[0]):02X}", address)
    return f'<a href="{address.replace("&", "&amp;")}">{field_html(text or address)}</a>'


def without_line(html: str) -> str:
    """A field with a link, without the figures behind `#`, which change whenever something is written above."""
    before, mark, behind = html.partition("#")
    return before + mark + _FIGURES.sub("", behind)


def marked_html(*parts: str) -> str:
    """A sentence whose second, fourth ... part is in bold."""
    found = ""
    for index, part in enumerate(map(keep_together, parts)):
        html = unbroken(field_html(part))
        if index % 2:
            found += f"<b>{html}</b>" if html else ""
        else:
            # each part is stripped on its own, so the spaces between them are put back
            left, right = _edges(part)
            found += f"{left * bool(index)}{html}{right * bool(html and index + 1 < len(parts))}"
    return found


def styled_html(text: str, styles: Sequence[Style], *, mathjax: bool = False) -> str:
    """A text with parts in bold, raised and so on, as a browser writes them; `styles` nest, the outer first.

    A formula is MathJax where that is wanted, else plain text.
    """
    text = _CONTROL.sub("\ufffd", text.replace("\r\n", " \n"))
    # a part that is set like the text around it must not be parted from it: marks that Anki acts on would come apart
    shown = [style for style in styles if mathjax or style.name not in ("math", "display")]
    return _styled(text, 0, len(text), shown).strip()


def _styled(text: str, start: int, end: int, styles: list[Style]) -> str:
    """The part `text[start:end]`, whose styles lie within it."""
    found, place = "", start
    while styles:
        style = styles.pop(0)
        if style.start < place:
            continue  # it would cross the one before it
        inner = []
        while styles and styles[0].end <= style.end:
            inner.append(styles.pop(0))
        found += _inner(text[place : style.start])
        found += _element(style, _styled(text, style.start, style.end, inner))
        place = style.end
    return found + _inner(text[place:end])


def _inner(part: str) -> str:
    """A part between two others: the spaces at its edges are kept."""
    if not part.strip():
        return _edge(part)
    part = keep_together(part)
    left, right = _edges(part)
    return f"{left}{unbroken(field_html(part))}{right}"


def _element(style: Style, html: str) -> str:
    if style.name in ("math", "display"):
        return _math_html(style.detail, *(("\\(", "\\)") if style.name == "math" else ("\\[", "\\]")))
    if style.name == "image":
        return f'<img src="{style.detail}">'
    if not html:
        return ""
    if style.name == "ruby":
        return f"<ruby>{html}<rt>{field_html(style.detail)}</rt></ruby>"
    return f"<{style.name}>{html}</{style.name}>"


def _math_html(tex: str, opening: str, closing: str) -> str:
    """A formula for MathJax between its marks. A space, which TeX passes over, parts what Anki itself would act on."""
    html = _CONTROL.sub("\ufffd", unicode_form("NFC", " ".join(tex.split())))
    html = _LIVE_IN_MATH.sub(lambda match: f"{match[0]} ", html)
    html = html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u00a0", "&nbsp;")
    return f"{opening}{html}{closing}"


def cloze_html(*parts: str) -> str:
    """A text whose second, fourth ... part Anki hides, together; braces and colons of the text itself stay literal."""
    # a brace or colon right beside the marks would be read as part of them
    apart = "<span></span>"
    found = ""
    for index, part in enumerate(map(keep_together, parts)):
        html = unbroken(field_html(part))
        if index % 2:
            found += f"{apart * found.endswith('{')}{CLOZE_START}{apart * html.startswith(':')}{html}"
            found += f"{apart * html.endswith(('}', ':'))}}}}}"
        else:
            left, right = _edges(part)
            found += f"{left * bool(index)}{apart * html.startswith('}')}{html}{right * bool(html)}"
    return found.strip()


def _edges(part: str) -> tuple[str, str]:
    """What stands for the spaces before and behind a part, which `field_html` strips; it keeps no-break spaces."""
    text = part.replace("\u00a0", "x")
    return _edge(part[: len(part) - len(text.lstrip())]), _edge(part[len(text.rstrip()) :])


def _edge(space: str) -> str:
    """What stands for the spaces between a part and the next."""
    return "<br>" if "\n" in space else " " if space else ""


def typable_html(html: str) -> str:
    """A field as a keyboard would write it, since Anki compares a typed answer character by character.

    Invisible characters go, but for the joiners that spell Persian and Indian words; quotation marks, apostrophes and
    dashes become the plain ones; every space is one space.
    """
    text = plain_text(html).translate(_KEYS)
    joiners = {match.start() for match in _JOINED.finditer(text)}
    kept = (c for i, c in enumerate(text) if i in joiners or unicodedata.category(c) not in ("Cf", "Co", "Cn"))
    return field_html(" ".join("".join(kept).split()))


@lru_cache(maxsize=1_000)  # articles by the thousand share a few topics
def tag_name(text: str) -> str:
    """A tag that Anki keeps as it is: no spaces, no empty levels, no controls."""
    text = unicode_form("NFC", _CONTROL.sub("", text))
    parts = (_TAG_EDGE.sub("", part) for part in text.split("::"))
    return "::".join(_SPACE_IN_TAG.sub("_", part) for part in parts if part)


def deck_name(text: str) -> str:
    """A deck name that Anki keeps as it is; at most 11 levels, which is Anki's limit."""
    text = unicode_form("NFC", _CONTROL.sub("", text))
    parts = [part for part in (" ".join(part.split()).strip(": ") for part in text.split("::")) if part]
    return "::".join(parts[:11])
