"""Marks of site generators inside a paragraph -> Markdown: macros and shortcodes, wiki links, notes, attributes.

A macro that says which words stand in its place becomes these words, linked to what it names. What says nothing (a
footnote's mark, a class) is dropped. Anything else stays as it is written: the quality gate withholds it
(`flashgen.quality.templates`), since nobody knows what the site would set there. All patterns are linear: none can
match a bracket or brace of another mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_ANY = re.compile(r"\{[{%:.=#/]|\[[\[^@-]|\^\[|\{\w+\||[ ;]-?@")
"""Without any of these there is nothing to be read here."""
_TARGET = re.compile(r"\]\([ \t]*(\{[{%][^{}]*[%}]\})([^(){}\s]*)[ \t]*\)")
_SHORTCODE = re.compile(r"\{\{([<%])([^{}]*)[>%]\}\}")
_MACRO = re.compile(r"\{\{[ \t]*([A-Za-z][\w-]*)[ \t]*\(([^{}]*)\)[ \t]*\}\}")
_LIQUID = re.compile(r"\{%-?[ \t]*+([\w-]++)([^{}%]*+)%\}")
_NAMED = re.compile(r"(?<![\w-])([\w-]++)[ \t]*+=[ \t]*+(?:\"([^\"]*)\"|'([^']*)')")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'|\u201c([^\u201c\u201d]*)\u201d")
_WIKI = re.compile(r"(!?)\[\[(?=[^\s\[\]|])([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\](?!\()")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,80}\](?!:)|\^\[[^\[\]]*\]")
_CITATION = re.compile(r"(?:^|(?<=[\s(]))\[(?:[^\[\]@\n]*[ ;])?-?@[A-Za-z][^\[\]\n]*\](?![(\[])")
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}|(?<=[)\]`*_])\{[.=#][^{}\n]*\}|[ \t]\{[.-][^{}\n]*\}[ \t]*$|\{/\*[^{}]*\*/\}")
_RUBY = re.compile(r"\{([^\s{}|]+)\|([^\s{}|]+)\}")
_TEXT_KEYS = ("text", "title", "label")
_TARGET_KEYS = ("term_id", "term", "id", "ref", "page", "path", "slug", "link", "href", "url", "to")
_RAW = ("raw", "endraw", "nbsp")


def resolve_macros(source: str) -> str:
    """One paragraph's Markdown in which macros that have a text are links or text, and marks without one are gone."""
    if not _ANY.search(source):
        return source
    return "".join(part if is_code else _resolved(part) for part, is_code in parts_by_code(source))


def parts_by_code(source: str) -> list[tuple[str, bool]]:
    """A paragraph cut at its code spans: (part, whether it is one, with its marks)."""
    runs = [(match.start(), match.end()) for match in re.finditer("`+", source)]
    parts, begin, index = [], 0, 0
    closing: dict[int, int] = {}
    closes = [-1] * len(runs)
    for i in range(len(runs) - 1, -1, -1):
        length = runs[i][1] - runs[i][0]
        closes[i] = closing.get(length, -1)
        closing[length] = i
    while index < len(runs):
        if (other := closes[index]) > 0:
            parts += [(source[begin : runs[index][0]], False), (source[runs[index][0] : runs[other][1]], True)]
            begin, index = runs[other][1], other
        index += 1
    return [*parts, (source[begin:], False)]


def _resolved(source: str) -> str:
    for pattern, replace in _REPLACEMENTS:
        source = pattern.sub(replace, source)
    return source


def _link_target(match: re.Match[str]) -> str:
    """`]({{< relref "x" >}})` leads to x, `]({% link x.md %})` too; before a path stands the site's own address."""
    inside = match[1][2:-2].strip("<>%- ")
    quoted = _QUOTED.search(inside)
    words = inside.split()
    bare = words[1] if len(words) == 2 and match[1][1] == "%" else ""
    named = next(filter(None, quoted.groups()), "") if quoted else bare
    return f"](<{_safe_target(named + match[2])}>)"


def _shortcode(match: re.Match[str]) -> str:
    return _with_text(match[0], match[2].strip())


def _liquid(match: re.Match[str]) -> str:
    return "" if match[1] in _RAW else _with_text(match[0], match[1] + match[2])


def _with_text(written: str, inside: str) -> str:
    """The words that a shortcode names for its place, linked to what it names; else as it is written."""
    named = {match[1].casefold(): match[2] or match[3] or "" for match in _NAMED.finditer(inside)}
    text = next((named[key] for key in _TEXT_KEYS if named.get(key)), "")
    target = next((named[key] for key in _TARGET_KEYS if named.get(key)), "")
    if not text and "term_id" in named:
        text = re.sub("[-_]", " ", target)
    if not text or inside.split()[0].casefold() in ("figure", "image", "img"):
        return written
    return _link(text, target)


def _macro(match: re.Match[str]) -> str:
    """`{{Name("target", "text")}}`, whose text may be left out."""
    values = [
        next((value for value in found.groups() if value is not None), "") for found in _QUOTED.finditer(match[2])
    ]
    if not values or not values[0]:
        return match[0]
    return _link(values[1] if len(values) > 1 and values[1] else values[0], values[0])


def _wiki_link(match: re.Match[str]) -> str:
    """`[[target|text]]`; an image or another page that is set in is none."""
    return "" if match[1] else _link(match[3] or match[2], match[2])


def _link(text: str, target: str) -> str:
    words = re.sub(r"([\[\]\\])", r"\\\1", text.strip())
    return f"[{words}](<{_safe_target(target)}>)" if target else words


def _safe_target(target: str) -> str:
    return re.sub(r"[<>\n]", "", target.strip())


def _ruby(match: re.Match[str]) -> str:
    """`{base|reading}`, where the reading is of syllables: with one for each character, they are parted by lines."""
    reading = match[2].replace("|", "")
    return (
        f"<ruby>{match[1]}<rt>{reading}</rt></ruby>" if not reading.isascii() and not match[1].isascii() else match[0]
    )


_REPLACEMENTS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_TARGET, _link_target),
    (_SHORTCODE, _shortcode),
    (_MACRO, _macro),
    (_LIQUID, _liquid),
    (_WIKI, _wiki_link),
    (_NOTE, lambda _: ""),
    (_CITATION, lambda _: ""),
    (_ATTRIBUTES, lambda _: ""),
    (_RUBY, _ruby),
)
