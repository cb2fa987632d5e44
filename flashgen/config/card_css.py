"""What a stylesheet of cards may hold: an allow-list over parsed CSS, so that nothing in it loads or runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import tinycss2

AT_RULES = frozenset(("media", "supports", "keyframes", "-webkit-keyframes", "layer", "container", "page", "property"))
FUNCTIONS = frozenset((
    "attr", "blur", "brightness", "calc", "clamp", "color", "color-mix", "conic-gradient", "contrast", "counter",
    "counters", "cubic-bezier", "dir", "drop-shadow", "env", "fit-content", "grayscale", "has", "hsl", "hsla",
    "hue-rotate", "hwb", "invert", "is", "lab", "lang", "lch", "light-dark", "linear", "linear-gradient", "matrix",
    "matrix3d", "max", "min", "minmax", "mod", "not", "nth-child", "nth-last-child", "nth-last-of-type",
    "nth-of-type", "oklab", "oklch", "opacity", "perspective", "radial-gradient", "rem", "repeat",
    "repeating-conic-gradient", "repeating-linear-gradient", "repeating-radial-gradient", "rgb", "rgba", "rotate",
    "rotate3d", "rotatex", "rotatey", "rotatez", "round", "saturate", "scale", "scale3d", "scalex", "scaley",
    "scalez", "selector", "sepia", "skew", "skewx", "skewy", "steps", "translate", "translate3d", "translatex",
    "translatey", "translatez", "var", "where", "ellipse", "circle", "inset", "polygon",
))  # fmt: skip
_PROPERTIES = frozenset(("behavior", "-moz-binding", "-ms-behavior", "src"))
"""Those that load or run whatever their value is."""
_ENDS_STYLE = re.compile(r"<[A-Za-z/!?]|-->")
_DEEPEST = 30


class CssFault(NamedTuple):
    """Something that a stylesheet must not hold, with its line and column, both from 1."""

    mark: str
    line: int
    column: int
    message: str


def find_css_faults(css: str, *, declarations: bool = False) -> Iterator[CssFault]:
    """What is not allowed in a stylesheet; or in the value of a `style` attribute, which holds `declarations`."""
    if match := _ENDS_STYLE.search(css):
        line = css.count("\n", 0, match.start()) + 1
        column = match.start() - css.rfind("\n", 0, match.start())
        yield CssFault(match[0], line, column, f"{match[0]!r} could end the stylesheet")
        return
    if _nesting(css) > _DEEPEST:
        yield CssFault("", 1, 1, f"brackets are nested more than {_DEEPEST} deep")
        return
    rules = tinycss2.parse_blocks_contents(css) if declarations else tinycss2.parse_stylesheet(css)
    yield from _check(rules)


def _nesting(css: str) -> int:
    """The most brackets that are open at once; those in texts count, too. The parser and `_check` are recursive."""
    depth = deepest = 0
    for character in css:
        if character in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in ")]}":
            depth = max(0, depth - 1)
    return deepest


def _check(nodes: Iterable[Any]) -> Iterator[CssFault]:
    for node in nodes:
        yield from _check_node(node)
        for part in (getattr(node, name, None) for name in ("prelude", "content", "value", "arguments")):
            if isinstance(part, list):
                yield from _check(part)


def _check_node(node: Any) -> Iterator[CssFault]:
    line, column = node.source_line, node.source_column
    if node.type == "url" or (node.type == "error" and node.kind == "bad-url"):
        yield CssFault("url(", line, column, "'url(' loads something from elsewhere")
    elif node.type == "function" and node.lower_name not in FUNCTIONS:
        loads = node.lower_name in ("url", "image-set", "-webkit-image-set", "image", "src", "cross-fade", "element")
        what = "loads something from elsewhere" if loads else "is not among the functions that cards may use"
        yield CssFault(f"{node.name}(", line, column, f"{node.name + '('!r} {what}")
    elif node.type == "at-keyword" and node.lower_value not in AT_RULES:
        yield CssFault(
            f"@{node.value}", line, column, f"{'@' + node.value!r} is not among the rules that cards may use"
        )
    elif node.type == "at-rule" and node.lower_at_keyword not in AT_RULES:
        loads = node.lower_at_keyword in ("import", "font-face", "namespace")
        what = "loads something from elsewhere" if loads else "is not among the rules that cards may use"
        yield CssFault(f"@{node.at_keyword}", line, column, f"{'@' + node.at_keyword!r} {what}")
    elif node.type == "declaration" and node.lower_name in _PROPERTIES:
        yield CssFault(node.name, line, column, f"{node.name!r} loads something from elsewhere")
    elif node.type == "ident" and node.lower_value in _PROPERTIES - {"src"}:
        yield CssFault(node.value, line, column, f"{node.value!r} loads something from elsewhere")
    elif node.type == "error":
        yield CssFault("", line, column, f"this CSS cannot be read ({node.message})")
