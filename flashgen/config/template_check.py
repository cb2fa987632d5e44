"""What is wrong with a card template as Anki will get it: fields, filters, and whatever would leave the card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from flashgen.anki.template import SPECIAL, Conditional, Node, Replacement, TemplateError, parse, walk
from flashgen.config.template_files import TemplateFiles
from flashgen.errors import Problem, suggest

_FORBIDDEN = (
    (
        re.compile(r"<\s*script|(?<![\w-])on\w+\s*=|javascript:|\bpycmd\s*\(|expression\s*\(", re.IGNORECASE),
        "runs script",
    ),
    (re.compile(r"\[sound:|\[anki:|<\s*(?:audio|video|bgsound)\b", re.IGNORECASE), "plays sound"),
    (
        re.compile(
            r"@import|url\(|image-set\(|-moz-binding|<\s*(?:link|i?frame|object|embed|base|meta|applet|form)\b|"
            r"\bsrc(?:set|doc)?\s*=|https?://|(?:href|action|background|poster)\s*=\s*[\"']?\s*(?:\w+:)?//",
            re.IGNORECASE,
        ),
        "loads something from elsewhere",
    ),
    (re.compile(r"\[latex\]|\[\$", re.IGNORECASE), "starts LaTeX"),
)
_CSS_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?", re.IGNORECASE)
_FILTERS = ("text", "hint", "type", "cloze", "furigana", "kana", "kanji", "nc", "cloze-only")
_SPOKEN = ("tts", "tts-voices")


def check_style(files: TemplateFiles, name: str, text: str) -> Iterator[Problem]:
    yield from _forbidden(files, name, text)


def check_template(
    files: TemplateFiles, name: str, text: str, fields: tuple[str, ...], problems: list[Problem], *, cloze: bool = False
) -> tuple[Node, ...]:
    """The fields and conditionals of one side of a card type; what is wrong with them is added to `problems`."""
    problems.extend(_forbidden(files, name, text))
    try:
        nodes = parse(text)
    except TemplateError as fault:
        mark = text[fault.start : fault.end]
        problems.append(files.problem(name, str(fault), mark, text, fault.start))
        return ()
    for node in walk(nodes):
        mark = text[node.start : text.index("}}", node.start) + 2]
        problems.extend(
            files.problem(name, said, mark, text, node.start)
            for said in (*_unknown(node, fields), *_misused_filters(node, mark, cloze))
        )
    return nodes


def check_front(files: TemplateFiles, name: str, text: str, nodes: tuple[Node, ...]) -> Iterator[Problem]:
    """Filters change which notes have a card, so that a front has none but those whose effect is known."""
    for node in walk(nodes):
        if isinstance(node, Replacement) and (node.name == "FrontSide" or not _may_be_on_a_front(node)):
            mark = text[node.start : text.index("}}", node.start) + 2]
            said = f"filters and FrontSide do not belong on a front; show the field itself: {{{{{_field(node)}}}}}"
            yield files.problem(name, said, mark, text, node.start)


def typed_fields(nodes: tuple[Node, ...]) -> tuple[str, ...]:
    """The fields that a learner types on a front."""
    return tuple(node.name for node in walk(nodes) if isinstance(node, Replacement) and "type" in node.filters)


def _may_be_on_a_front(node: Replacement) -> bool:
    return node.filters in ((), ("type",), ("type", "nc"), ("cloze",), ("type", "cloze"))


def _field(node: Replacement) -> str:
    return "Field" if node.name == "FrontSide" else node.name


def _unknown(node: Node, fields: tuple[str, ...]) -> Iterator[str]:
    known = (*fields, *(SPECIAL if isinstance(node, Replacement) else ()))
    if node.name not in known:
        sign = "" if isinstance(node, Replacement) else "^" if node.negated else "#"
        yield f"there is no field {{{{{sign}{node.name}}}}}{suggest(node.name, known, '')}"


def _misused_filters(node: Node, mark: str, cloze: bool) -> Iterator[str]:
    if isinstance(node, Conditional):
        return
    for part in node.filters:
        word = (part.split() or [""])[0]
        if word in _SPOKEN:
            yield f"{mark} speaks; cards are silent"
        elif word not in _FILTERS:
            yield f"there is no filter {word!r} in {mark}{suggest(word, _FILTERS)}"
        elif word == "cloze" and not cloze:
            yield f"{mark} belongs to a note type with `cloze: true`"


def _forbidden(files: TemplateFiles, name: str, text: str) -> Iterator[Problem]:
    """Also what hides behind HTML's entities or the escapes of CSS."""
    disguised = _CSS_ESCAPE.sub(lambda escape: chr(min(int(escape[1], 16), 0x10FFFF)), unescape(text))
    for pattern, what in _FORBIDDEN:
        if match := pattern.search(text):
            yield files.problem(name, f"{match[0]!r} {what}", match[0], text, match.start())
        elif match := pattern.search(disguised):
            yield files.problem(name, f"{match[0]!r}, in disguise, {what}", "")
