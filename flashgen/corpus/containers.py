"""How a line of Markdown opens or closes what a site sets apart: a callout, a tab, a column, a card."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from flashgen.language.text_types import is_question
from flashgen.record import Record

_CALLOUTS = {
    "admonition", "alert", "aside", "attention", "callout", "caution", "check", "danger", "deepdive", "error",
    "highlight", "hint", "important", "info", "note", "notice", "pitfall", "remember", "seealso", "success", "tip",
    "todo", "versionadded", "versionchanged", "warning",
}  # fmt: skip
"""Names of callouts in the notations of site generators."""
_FOLDS = {"accordion", "collapse", "details", "dropdown", "expand", "expandable", "faq", "help", "question", "toggle"}
"""Names of what opens when its title is chosen: where that asks, the text below answers."""
_PARTS = {"card", "dropdown", "grid", "grid-item", "grid-item-card", "tab-item", "tab-set"}
"""Names of MyST's directives that hold text and are no callouts."""
_QUOTATIONS = {"blockquote", "centerquote", "cq", "pullquote", "quote"}
"""Names of Hexo's and Zola's blocks that quote."""
_TABS = {"Tab", "TabItem", "column", "columns", "step", "stepper", "tab", "tabs"}
"""Names of elements, and of GitBook's blocks, that hold text and are no callouts."""
MAY_BE_CONTAINER = re.compile(
    r"\[!|::|!!!|\?\?\?|===\+?[ \t]|!>|\?>|```[ \t]*\{|~~~[ \t]*\{|\{[{%:]|<(?:[A-Z]|aside|blockquote|div|section|p\s)"
)
"""Without any of these, a line neither opens nor closes one."""
_COLONS = re.compile(
    r":{3,}+[ \t]*+(?:\{([^{}]*)\}|([\w-]++))?[ \t]*+(?:\[([^\[\]]*)\]|(.*))"
    r"|::([A-Za-z][\w-]*+)[ \t]*+(?:\{[^{}]*\})?"
)
_COLONS_ALONE = re.compile(r":{2,}")
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*\{([\w-]+)\}(.*)")
_BANGS = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+([\w-]++)[^\"]*+(?:\"([^\"]*)\")?[ \t]*")
_TAB = re.compile(r"===[+!]?[ \t]+\"([^\"]*)\"[ \t]*")
_SHORTCODE = re.compile(r"\{\{[<%][ \t]*+(/?)[ \t]*+([\w-]++)([^{}]*)[>%]\}\}")
_LIQUID = re.compile(r"\{%-?[ \t]*+(end)?([\w-]++)([^{}%]*+)%\}")
_ELEMENT = r"([A-Z]\w*+|aside|blockquote|div|section|p)"
_TAG = re.compile(rf"<(/?){_ELEMENT}\b([^<>]*+)>")
_TAG_LINE = re.compile(rf"<{_ELEMENT}\b([^<>]*+)>(.+)</{_ELEMENT}>")
_CLASS = re.compile(r"class[ \t]*=[ \t]*(?:\"([^\"]*)\"|'([^']*)')")
_TITLE = re.compile(r"(?:title|summary|label|header)[ \t]*=[ \t]*(?:\"([^\"]*)\"|'([^']*)')")
_FIRST_VALUE = re.compile(r"[ \t]*(?:name=)?\"([^\"]*)\"")
_ALERT_TITLE = re.compile(r"\[!(\w++)\][+-]?+[ \t]*+(.*+)")
_WORD = re.compile(r"[\w-]+")


class Container(Record):
    """Lines that a site sets apart."""

    name: str
    """What its closing mark must name; a colon, a fence or an indentation for those whose mark names nothing."""
    is_callout: bool
    title: str = ""
    body: str = ""
    """What stands on the opening line already."""
    margin: int = 0
    """Of a callout told by indentation: how far its mark is indented."""
    has_heading: bool = True
    """Whether a heading begins its quotation, and keeps the paragraphs together."""
    asks: bool = False
    """Whether its title is a question that its text answers."""
    has_options: bool = False
    """Whether lines of options may stand below its mark."""


def opened_container(text: str, margin: int) -> Container | None:
    """The container that a line opens, if it does. The text is without its indentation, which is the margin."""
    for read in _OPENINGS:
        if text[:1] in ":`~!?={<" and (container := read(text, margin)):
            return container
    return None


def asking_title(alert: str) -> str:
    """The question that an alert is headed by whose text answers it (`[!faq] Why?`); empty where it is none."""
    match = _ALERT_TITLE.fullmatch(alert)
    return match[2].strip() if match and _asks((match[1],), match[2].strip()) else ""


def closed_names(text: str) -> tuple[str, ...]:
    """The containers that a line may close."""
    if _COLONS_ALONE.fullmatch(text):
        return (":",)
    if text[:3] in ("```", "~~~") and not text.strip(text[0]):
        return (text,)
    if (match := _SHORTCODE.fullmatch(text)) and match[1]:
        return (f"/{match[2]}",)
    if (match := _LIQUID.fullmatch(text)) and (match[1] or match[2] == "end"):
        return (f"%{match[2]}" if match[1] else "%",)
    if (match := _TAG.fullmatch(text)) and match[1]:
        return (f"<{match[2]}",)
    return ()


def names_callout(names: Iterable[str]) -> bool:
    """Whether one of the names is that of a callout in some generator's notation."""
    return any(name.casefold().removeprefix("callout-") in _CALLOUTS for name in names)


def title_in(attributes: str) -> str:
    """The title that the attributes of an element, or the values of a shortcode, give; empty where none does."""
    return _quoted(_TITLE, attributes).strip()


def _asks(names: Iterable[str], title: str) -> bool:
    return is_question(title) and "*" not in title and any(name.casefold() in _FOLDS for name in names)


def _headed(name: str, names: list[str], title: str, margin: int, has_options: bool = False) -> Container:
    """A container with a title, of the sort that its names say."""
    asks = _asks(names, title)
    return Container(name, not asks and names_callout(names), title, margin=margin, asks=asks, has_options=has_options)


def _colons(text: str, margin: int) -> Container | None:
    match = _COLONS.fullmatch(text)
    if not match or not (match[1] or match[2] or match[5]):
        return None
    title = match[3] or (match[4] or "" if not match[4] or "{" not in match[4] else "")
    names = _WORD.findall(match[1] or match[2] or match[5])
    return _headed(":", names, title_in(text) or title.strip(), margin, has_options=match[1] is not None)


def _fence(text: str, margin: int) -> Container | None:
    """A directive in a fence of backticks, as MyST writes it; any other fence is code."""
    match = _FENCE.fullmatch(text)
    if not match or not (names_callout([match[2]]) or match[2] in _PARTS):
        return None
    return _headed(match[1], [match[2]], match[3].strip(), margin, has_options=True)


def _bangs(text: str, margin: int) -> Container | None:
    match = _BANGS.fullmatch(text)
    if not match:
        return None
    title = (match[2] or "").strip()
    asks = _asks((match[1],), title)
    return Container("", not asks, title, margin=margin, asks=asks)


def _tab(text: str, margin: int) -> Container | None:
    """A tab of MkDocs."""
    match = _TAB.fullmatch(text)
    return Container("", False, match[1].strip(), margin=margin) if match else None


def _shortcode(text: str, margin: int) -> Container | None:
    match = _SHORTCODE.fullmatch(text)
    if not match or match[1] or match[3].rstrip().endswith("/"):
        return None
    return _headed(f"/{match[2]}", [match[2]], title_in(match[3]) or _first_value(match[3]), margin)


def _liquid(text: str, margin: int) -> Container | None:
    """`{% hint %}`, which `{% endhint %}` closes; with its values in brackets, as in Zola, `{% end %}` does."""
    match = _LIQUID.fullmatch(text)
    if not match or match[1]:
        return None
    is_quotation = match[2] in _QUOTATIONS
    is_callout = is_quotation or names_callout([match[2]])
    if not is_callout and match[2] not in _TABS:
        return None
    name = "%" if match[3].startswith("(") else f"%{match[2]}"
    return Container(name, is_callout, title_in(match[3]), margin=margin, has_heading=not is_quotation)


def _tag(text: str, margin: int) -> Container | None:
    """`<Note>` and `<aside class="note">`; any other division may stand in one, and must not close it."""
    line = _TAG_LINE.fullmatch(text)
    match = line if line and line[1] == line[4] else _TAG.fullmatch(text)
    if not match:
        return None
    element, attributes = (match[1], match[2]) if match is line else (match[2], match[3])
    is_quotation = element == "blockquote"
    is_callout = is_quotation or names_callout([element] if element[0].isupper() else _classes(attributes))
    if match is line:
        body = line[3].strip()
        return (
            Container("", True, title_in(attributes), body, margin, not is_quotation) if is_callout and body else None
        )
    asks = _asks((element,), title_in(attributes))
    is_kept = is_callout or asks or element == "div" or element in _TABS
    if match[1] or attributes.endswith("/") or not is_kept:
        return None
    return Container(
        f"<{element}", is_callout, title_in(attributes), margin=margin, has_heading=not is_quotation, asks=asks
    )


def _classes(attributes: str) -> list[str]:
    return _WORD.findall(_quoted(_CLASS, attributes))


def _first_value(attributes: str) -> str:
    """A first value that has no name, or is called one, which some shortcodes take for their title."""
    match = _FIRST_VALUE.match(attributes)
    return match[1].strip() if match else ""


def _quoted(attribute: re.Pattern[str], attributes: str) -> str:
    """What stands in either sort of quotes behind an attribute; empty where it is missing."""
    match = attribute.search(attributes)
    return match[1] or match[2] or "" if match else ""


_OPENINGS: tuple[Callable[[str, int], Container | None], ...] = (
    _colons, _fence, _bangs, _tab, _shortcode, _liquid, _tag,
)  # fmt: skip
