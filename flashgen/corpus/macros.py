"""Marks of site generators inside a paragraph -> Markdown: macros and shortcodes, wiki links, notes, attributes.

A macro that says which words stand in its place becomes these words, linked to what it names. What says nothing (a
footnote's mark, a class) is dropped. Anything else stays as it is written: the quality gate withholds it
(`flashgen.quality.templates`), since nobody knows what the site would set there. All patterns are linear: none can
match a bracket or brace of another mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_ANY = re.compile(
    r"\{ ?[\w{%:.=#/+-]|\[[\[^@-]|\^[\[\w]|@(?:[A-Za-z]|(?<=[ ;]@)|(?<=[ ;]-@))|%%|<xref:|:[a-z][\w+-]*:|\+\+[a-z\"]"
)
"""Without any of these there is nothing to be read here. Each begins with one sign, and Python's engine jumps from sign
to sign: with a set of them at the beginning of any, it would try all at every character."""
_TARGET = re.compile(r"\]\([ \t]*(\{[{%][^{}]*[%}]\})([^(){}\s]*)[ \t]*\)")
_SHORTCODE = re.compile(r"\{\{([<%])([^{}]*)[>%]\}\}")
_MACRO = re.compile(r"\{\{[ \t]*([A-Za-z][\w-]*)[ \t]*\(([^{}]*)\)[ \t]*\}\}")
_LIQUID = re.compile(r"\{%-?[ \t]*+([\w-]++)([^{}%]*+)%\}")
_NAMED = re.compile(r"(?<![\w-])([\w-]++)[ \t]*+=[ \t]*+(?:\"([^\"]*)\"|'([^']*)')")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'|\u201c([^\u201c\u201d]*)\u201d")
_WIKI = re.compile(r"(!?)\[\[(?=[^\s\[\]|])([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\](?!\()")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,80}\](?!:)|\^\[[^\[\]]*\]")
_CITATION = re.compile(r"(?:^|(?<=[\s(]))\[(?:[^\[\]@\n]*[ ;])?-?@[A-Za-z][^\[\]\n]*\](?![(\[])")
_ATTRIBUTES = re.compile(
    r"\{:[^{}\n]*\}|(?<=[)\]`*_])\{ ?[.=#][^{}\n]*\}|[ \t]\{[.-][^{}\n]*\}[ \t]*$|\{/\*[^{}]*\*/\}"
)
_COMMENT = re.compile(r"%%[^%]*%%")
_BLOCK_ID = re.compile(r"(?:^|[ \t])\^[\w-]{3,}[ \t]*$", re.MULTILINE)
_XREF = re.compile(r"<xref:([^<>?#\s]++)[^<>]*+>|^@([A-Za-z][\w.-]*+)$")
_ROLE = re.compile(r"\{([A-Za-z][\w:+-]*)\}`([^`\n]+)`")
_ROLE_TARGET = re.compile(r"([^<>]++)<([^<>]++)>")
_COMPONENT = re.compile(r"(?<![\w:]):([A-Za-z][\w-]*+)(?:\[([^\[\]]*)\])?\{[^{}\n]*\}")
_LINK_MACRO = re.compile(r"(?:\w+_)?link\s+(\S+)\s+(?:\"([^\"]+)\"|'([^']+)')\s*")
_ICON = re.compile(r"(?<![\w:/]):[a-z][a-z0-9_+-]*+:(?![\w/])(?:\{[^{}\n]*\})?", re.ASCII)
_KEYS = re.compile(
    r"(?<![\w+])\+\+((?:[a-z0-9]+(?:-[a-z0-9]+)*+|\"[^\"+\n]++\")(?:\+(?:[a-z0-9-]+|\"[^\"+\n]++\"))*+)\+\+(?![\w+])",
    re.ASCII,
)
"""Keys as Material for MkDocs writes them: `++ctrl+c++`; what stands in quotation marks is shown as it is."""
_RUBY = re.compile(r"\{([^\s{}|]+)\|([^\s{}|]+)\}")
_TEXT_KEYS = ("text", "title", "label")
_TARGET_KEYS = ("term_id", "term", "id", "ref", "page", "path", "slug", "link", "href", "url", "to")
_ROLES_OF_WORDS = ("term", "term-ref", "any")
"""Roles of MyST whose text is what the article, or the entry of a glossary, is called."""
_ROLES_OF_LINKS = (*_ROLES_OF_WORDS, "doc", "ref", "numref", "download", "eq")
_RAW = ("raw", "endraw", "nbsp")


def resolve_macros(source: str) -> str:
    """One paragraph's Markdown in which macros that have a text are links or text, and marks without one are gone."""
    if not _ANY.search(source):
        return source
    source = _ROLE.sub(_role, source)
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
    """`{% raw %}`, `{% link path "text" %}`, or one that names its text."""
    if match[1] in _RAW:
        return ""
    if link := _LINK_MACRO.fullmatch(match[1] + match[2]):
        return _link(link[2] or link[3], link[1])
    return _with_text(match[0], match[1] + match[2])


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
    if match[1].casefold() == "interwiki" and len(values) > 1:  # a page of another wiki, as MediaWiki calls it
        return _link(values[-1] or values[1], ":".join(values[:2]))
    return _link(values[1] if len(values) > 1 and values[1] else values[0], values[0])


def _role(match: re.Match[str]) -> str:
    """MyST's ``{term}`text <target>` ``: a text that leads somewhere, a formula, or a text that is set in some way."""
    name, text = match[1].rsplit(":", 1)[-1].lower(), match[2]
    if name in _ROLES_OF_LINKS:
        if named := _ROLE_TARGET.fullmatch(text):
            return _link(named[1], named[2])
        words = text if name in _ROLES_OF_WORDS else re.sub("[-_]", " ", text.rpartition("/")[2])
        return _link(words, text)
    if name == "math":
        return f"${text}$"
    if name in ("sub", "sup"):
        return f"<{name}>{text}</{name}>"
    if name == "abbr":
        return text.partition("(")[0].strip()
    return f"`{text}`"


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
    (_COMMENT, lambda _: ""),
    (_TARGET, _link_target),
    (_SHORTCODE, _shortcode),
    (_MACRO, _macro),
    (_LIQUID, _liquid),
    (_WIKI, _wiki_link),
    (_XREF, lambda match: _link(match[1] or match[2], match[1] or match[2])),
    (_COMPONENT, lambda match: match[2] or ""),
    (_ICON, lambda _: ""),
    (_KEYS, lambda match: "<kbd>" + match[1].replace('"', "") + "</kbd>"),
    (_BLOCK_ID, lambda _: ""),
    (_NOTE, lambda _: ""),
    (_CITATION, lambda _: ""),
    (_ATTRIBUTES, lambda _: ""),
    (_RUBY, _ruby),
)
