"""Inline Markdown -> `Inline`: the text a reader sees, and the links in it. mistune parses; markup is dropped here."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from flashgen.corpus.labels import bare_label, split_label
from flashgen.corpus.particles import is_torn_off, with_particles
from flashgen.language import scripts
from flashgen.records import Inline, Link

# Tags that only shape text: dropped, what stands between them stays. Any other tag is shown as it was written.
_SHAPING = re.compile(
    r"a|abbr|b|bdi|bdo|big|br|cite|center|code|del|dfn|div|em|font|h[1-6]|hr|i|ins|kbd|li|mark|ol|p|q|s|samp"
    r"|small|span|strike|strong|sub|sup|tt|u|ul|var|wbr",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[\[\]*_`<>&\\!~]|://")  # without any of these, the text is what it looks like
_TAG = re.compile(r"<\s*/?\s*([A-Za-z][\w-]*)[^<>]*>")
_NOTHING = "<!-- -->"  # punctuation for the parser, and no text
_BOLD = re.compile(r"(?<![*\\])\*\*(?=[^\s*])([^*]*[^\s*\\])\*\*(?!\*)")
_STRAY_BOLD = re.compile(r"(?<![\w*])\*\*(?!\*)(?=\S|$)|(?<=[^\s*])\*\*(?![\w*])")
# A link's edges stand in the text as a private character while the text around them is rewritten.
_EDGE = "\ue000"
_GAP = f"{_EDGE}?"
_SPACE_BEFORE = re.compile(rf"(?<=[^\s.,،{_EDGE}])({_GAP}) +({_GAP})([.,،؛)\]}}])(?={_GAP}(?:[\s.,;:!?)\]}}\"'»”]|$))")
_SPACE_AFTER_OPENING = re.compile(rf"([(\[{{])({_GAP}) +(?=\S)")
_STRAY_STOP = re.compile(rf",({_GAP})\.(?={_GAP}(?:\s|$))")
_TORN_STOP = re.compile(r"\w[)\]*]* \.\s+(?:\[\s*)?(?=[^\W\d_])(?P<next>.)")
_SPACES = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_UNTIDY = re.compile(
    rf"{_EDGE}|[ ]{{2}}|(?<=[{scripts.KANA}{scripts.HAN}。、！？]) |[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]"
    r"| [.,،؛)\]}]|[(\[{] |,\."
)
_FULL_WIDTH = r"\u3001-\u3003\u3008-\u3011\u3014-\u301f\u30fb\uff01-\uff0f\uff1a-\uff1f\uff3b-\uff3d\uff5b-\uff65"
"""Punctuation that is as wide as a letter of Chinese or Japanese, its space included."""
_UNSPACED = rf"\u3005-\u30ff{scripts.HAN}{scripts.HALF_WIDTH_KANA}\uf900-\ufaff\U00020000-\U0003ffff{_FULL_WIDTH}"
"""Chinese and Japanese: unlike Thai, no space parts their sentences either."""
_LINE_END = rf"(?:[ \t]|{_EDGE})*\n(?:\s|{_EDGE})*"
_UNSPACED_GAP = re.compile(
    rf"(?<=[{_UNSPACED}]){_LINE_END}(?=[“‘(]?[{_UNSPACED}])|(?<=[{_UNSPACED}][”’)…—]){_LINE_END}(?=[{_UNSPACED}])"
    rf"|(?<=[{_FULL_WIDTH}]){_LINE_END}|{_LINE_END}(?=[{_FULL_WIDTH}])"
    # and where an author set spaces between sentences or words all the same
    rf"|(?<=[{_UNSPACED}]){_EDGE}*[ \t]+(?:[ \t]|{_EDGE})*(?=[{_UNSPACED}])"
)
_HEAD = re.compile(r"^[\s.,;:!?…،؛؟。、，-]*")
_TAIL = re.compile(r"[\s.,;:!?…،؛؟。、，-]*$")


@lru_cache(maxsize=1)
def _parser() -> Any:
    import mistune

    return mistune.Markdown(renderer=None).inline


def parse_inline(source: str) -> Inline:
    """Read one paragraph's raw Markdown. Entities are resolved, spacing before punctuation is repaired."""
    flaws = _flaws(source)
    if not _MARKUP.search(source):
        return _tidy(source, [], flaws)
    return _assembled(_pieces(_tokens(source)), flaws)


def parse_labelled(source: str) -> tuple[str, Inline]:
    """The label that a paragraph begins with (`flashgen.corpus.labels`), without its mark, and the text behind it.

    The text is empty where there are only bold words, and the whole one where no label begins it. What a label links
    to is a link of no width at the start of the text: it tells what the text is about.
    """
    first, others = _first_bold(source)
    if not first:
        return "", parse_inline(source)
    bold = _assembled(_pieces([first]), ())
    pieces = list(_pieces(others))
    text = _assembled(pieces, _flaws(source))
    if not text:
        return bare_label(bold.text), text
    glued = not "".join(piece for piece, _ in pieces)[:1].isspace()
    label, start = split_label(bold.text, text.text, glued=glued)
    if not label:
        return "", parse_inline(source)
    links = (Link(link.target, link.start - start, link.end - start) for link in text.links if link.start >= start)
    return label, Inline(text.text[start:], (*(Link(link.target, 0, 0) for link in bold.links), *links), text.flaws)


def _first_bold(source: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The bold words that a paragraph begins with, and what follows them; nothing where it begins otherwise."""
    if not source.lstrip().startswith(("*", "_", "[")):
        return {}, []
    first, *others = _tokens(source.lstrip())
    return (first, others) if _is_bold(first) else ({}, [])


def _is_bold(token: dict[str, Any]) -> bool:
    """Whether a token is bold text, also one in italics or in a link, or holding them."""
    if token["type"] == "strong":
        return True
    children = [child for child in token.get("children", ()) if child.get("raw") != ""]
    return token["type"] in ("emphasis", "link") and len(children) == 1 and _is_bold(children[0])


def _tokens(source: str) -> list[dict[str, Any]]:
    tokens: list[dict[str, Any]] = _parser()(_with_closed_bold(source), {})
    return tokens


def _with_closed_bold(source: str) -> str:
    """CommonMark sees no bold text in `**猫：**眠る`, since no space parts its punctuation from the letter outside."""
    if "**" not in source or "`" in source:
        return source

    def closed(match: re.Match[str]) -> str:
        before, words, after = source[: match.start()][-1:], match[1], source[match.end() :][:1]
        opening = f"{_NOTHING}**" if before.isalnum() and not words[0].isalnum() else "**"
        closing = f"**{_NOTHING}" if after.isalnum() and not words[-1].isalnum() else "**"
        return f"{opening}{words}{closing}"

    return _BOLD.sub(closed, source)


def _assembled(pieces: Iterable[tuple[str, str]], flaws: tuple[str, ...]) -> Inline:
    """Pieces in reading order -> one tidy text with its links."""
    text, links = "", []
    for piece, target in pieces:
        start = len(text)
        text += piece
        if target:
            links.append((target, start, len(text)))
    return _tidy(text, links, flaws)


def _flaws(source: str) -> tuple[str, ...]:
    """A full stop between spaces with lower case behind it: the words around it are lost. Tidying hides the space."""
    source = " ".join(source.split("\n"))
    if " ." in source and any(stop["next"].islower() for stop in _TORN_STOP.finditer(source)):
        return ("goes on in lower case behind a full stop between spaces",)
    return ()


def _pieces(tokens: Iterable[dict[str, Any]], target: str = "") -> Iterator[tuple[str, str]]:
    """Text and, for text inside a link, the link's target; in reading order."""
    found: list[tuple[str, str]] = []
    is_markup = False
    for token in tokens:
        pieces = list(_token_pieces(token, target))
        if is_markup and token["type"] == "text" and found and is_torn_off(found[-1][0], pieces[0][0]):
            found[-1] = (found[-1][0].rstrip(), found[-1][1])
            pieces = [(pieces[0][0].lstrip(), target)]
        is_markup = token["type"] in ("strong", "emphasis", "link", "codespan")
        found.extend(pieces)
    yield from found


def _token_pieces(token: dict[str, Any], target: str) -> Iterator[tuple[str, str]]:
    kind = token["type"]
    if kind in ("linebreak", "softbreak"):
        yield "\n", target  # whether a space stands for it is told by the text around it
    elif kind == "link":
        words = "".join(piece for piece, _ in _pieces(token["children"]))
        yield with_particles(words), _slug(token["attrs"]["url"])
    elif kind == "image":
        return
    elif kind == "inline_html":
        tag = _TAG.fullmatch(token["raw"])
        if token["raw"].startswith("<!"):
            return
        if not tag or not _SHAPING.fullmatch(tag[1]):
            yield token["raw"], target
        elif tag[1].lower() in ("br", "hr"):
            yield " ", target
    elif "children" in token:
        yield from _pieces(token["children"], target)
    else:
        text = token.get("raw", "")
        if kind == "text" and text != "**":  # two escaped stars stand alone
            text = _STRAY_BOLD.sub("", text)
        yield _resolve(text), target


def _resolve(text: str) -> str:
    """Entities that were escaped twice leave one layer behind after parsing."""
    for _ in range(2):
        resolved = html.unescape(text)
        if resolved == text:
            break
        text = resolved
    return text


def _slug(url: str) -> str:
    """The article a link leads to: the last part of its path, without extension, query or fragment."""
    from urllib.parse import unquote

    path = unquote(re.split(r"[?#]", url)[0]).rstrip("/")
    if re.match(r"[a-z][a-z0-9+.-]*:", path, re.IGNORECASE):
        return ""
    return re.sub(r"\.(?:md|markdown|txt|html?)$", "", path.rsplit("/", 1)[-1])


def _tidy(text: str, links: list[tuple[str, int, int]], flaws: tuple[str, ...]) -> Inline:
    """Collapse spaces and repair punctuation, and move the links' positions along."""
    clean, moved = (text, None) if not _UNTIDY.search(text) else _rewritten(text, links)
    found = (
        _trimmed(clean, target, moved[start] if moved else start, moved[end] if moved else end)
        for target, start, end in links
    )
    offset = len(clean) - len(clean.lstrip())
    kept = tuple(Link(link.target, link.start - offset, link.end - offset) for link in found if link)
    return Inline(clean.strip(), kept, flaws)


def _rewritten(text: str, links: list[tuple[str, int, int]]) -> tuple[str, dict[int, int]]:
    """The repaired text, and where each link edge has moved."""
    marks = sorted({position for _, start, end in links for position in (start, end)})
    chunks = [text[a:b].replace(_EDGE, "") for a, b in zip([0, *marks], [*marks, len(text)], strict=True)]
    marked = _UNSPACED_GAP.sub(lambda match: _EDGE * match[0].count(_EDGE), _EDGE.join(chunks))
    marked = _SPACES.sub(" ", marked)
    marked = _SPACE_BEFORE.sub(r"\1\2\3", marked)
    marked = _SPACE_AFTER_OPENING.sub(r"\1\2", marked)
    marked = _STRAY_STOP.sub(r",\1", marked)
    marked = re.sub(f" {_EDGE} ", f" {_EDGE}", marked).strip(" ")
    moved, clean = {}, ""
    for mark, chunk in zip([0, *marks], marked.split(_EDGE), strict=True):
        moved[mark] = len(clean)
        clean += chunk
    return clean, moved


def _trimmed(text: str, target: str, start: int, end: int) -> Link | None:
    """A link without the spaces and punctuation at its edges; None when nothing else is in it."""
    words = text[start:end]
    body = _TAIL.sub("", _HEAD.sub("", words))
    head = len(words) - len(_HEAD.sub("", words))
    return Link(target, start + head, start + head + len(body)) if body else None
