"""Links of a paragraph: those of a simple one, which needs no parser, and what the address of any of them leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from flashgen.language.particles import is_torn_off, with_particles

PlacedLink = tuple[str, int, int]
"""What a link leads to, and where its words begin and end in the text."""
_UNMARKED = r"[^\[\]*_`<>&\\~{$^=\n]"
_LINES = rf"{_UNMARKED}*(?:\n(?=\S){_UNMARKED}*)*"
_LINK = re.compile(rf"(?<!!)\[({_UNMARKED}+)\]\(([A-Za-z0-9_/#.:?=%+-]+)\)")
PLAIN = re.compile(rf"{_LINES}(?:{_LINK.pattern}{_LINES})*")
"""A source whose only markup is simple links."""
_PATH = re.compile(r"[\w/-]+", re.ASCII)
"""Nothing but names."""
_SITE = re.compile(r"(?:\{\w+\}|@/|(?:link|doc|xref|page|slug|ref):(?://(?:slug/|filename/)?)?)")
"""What some generators put before the path of a page of the same site: `{filename}`, `@/`, `link://slug/`."""


def linked_text(source: str) -> tuple[str, list[PlacedLink]]:
    """(text, its links, each with its target) of a source whose only markup is simple links, as most paragraphs are.

    The parser would find no more in it.
    """
    text, *others = _LINK.split(source)
    links: list[PlacedLink] = []
    for words, url, following in zip(others[::3], others[1::3], others[2::3], strict=True):
        shown = with_particles(words)
        if is_torn_off(shown, following):
            shown, following = shown.rstrip(), following.lstrip()
        links.append((target_of(url), len(text), len(text) + len(shown)))
        text += shown + following
    return text, joined_links(links)


def joined_links(links: Iterable[PlacedLink]) -> list[PlacedLink]:
    """Links that lead anywhere, those beside each other to one target as one."""
    joined: list[PlacedLink] = []
    for target, start, end in links:
        if target and joined and joined[-1][0] == target and joined[-1][2] == start:
            joined[-1] = (target, joined[-1][1], end)
        elif target:
            joined.append((target, start, end))
    return joined


def target_of(url: str) -> str:
    """The path that a link leads to on its site, without extension, query or fragment; empty for another site.

    Which article that is, the whole corpus tells (`flashgen.corpus.link_targets`).
    """
    if _PATH.fullmatch(url):
        return url.strip("/")
    path = _SITE.sub("", unquote(re.split(r"[?#]", url)[0]))
    if re.match(r"[a-z][a-z0-9+.-]*:", path, re.IGNORECASE):
        return ""
    return re.sub(r"\.(?:md|mdx|markdown|qmd|rmd|txt|html?)$", "", path.strip("/"), flags=re.IGNORECASE)
