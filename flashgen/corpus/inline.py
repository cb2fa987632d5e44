"""Inline Markdown -> `Inline`: the text a reader sees, and the links in it. mistune parses; markup is dropped here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from flashgen.corpus.entities import resolve_entities
from flashgen.corpus.formulas import DISPLAY, INLINE, formula, readable
from flashgen.corpus.labels import bare_label, split_label
from flashgen.corpus.macros import resolve_macros
from flashgen.corpus.pieces import STYLES, TAG, Piece, Tags
from flashgen.corpus.plain_links import PLAIN, joined_links, linked_text, target_of
from flashgen.corpus.tidy import tidy
from flashgen.language.particles import is_torn_off, with_particles
from flashgen.record import replace
from flashgen.records.documents import Inline, Link, Style

# Tags that only shape text: dropped, what stands between them stays. Any other tag is shown as it was written.
_SHAPING = re.compile(
    r"a|abbr|b|bdi|bdo|big|br|cite|center|code|del|dfn|div|em|font|h[1-6]|hr|i|ins|kbd|li|mark|ol|p|q|s|samp"
    r"|small|span|strike|strong|sub|sup|tt|u|ul|var|wbr",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[\[\]*_`<>&\\!~{$^:=@%+]")
"""Without any of these there is neither Markdown nor a macro."""
# without any of `[]*_`<>&\!~{$^`, `://` and `==`, the text is what it looks like
_MARKUP = re.compile(r"[\[\]*_`<>&\\!~{$^:=](?:(?<![:=])|(?<=:)//|(?<==)=)")  # one set, which is found faster
_RAISED = r"\^(?P<raised>[^\s^\\]{1,20})\^"
_LOWERED = r"~(?P<lowered>[^\s~\\]{1,20})~"
_NOTHING = "<!-- -->"  # punctuation for the parser, and no text
_BOLD = re.compile(r"(?<![*\\])\*\*(?=[^\s*])([^*]*[^\s*\\])\*\*(?!\*)")
_STRAY_BOLD = re.compile(r"(?<![\w*])\*\*(?!\*)(?=\S|$)|(?<=[^\s*])\*\*(?![\w*])")
_IMAGE_INSIDE = re.compile(r"[\w,;:(] *!\[[^\[\]]*\]\(([^()\s]*+)[^()]*\) *[\w,;:).]")
_TAG_INSIDE = re.compile(r"[\w,;:(] *<img\s([^<>]*)> *[\w,;:).]", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=\s*[\"']?([^\"'\s]+)", re.IGNORECASE)
_TORN_STOP = re.compile(r"\w[)\]*]* \.\s+(?:\[\s*)?(?=[^\W\d_])(?P<next>.)")


@lru_cache(maxsize=1)
def _parser() -> Any:
    import mistune

    inline = mistune.create_markdown(renderer=None, plugins=["strikethrough", "mark", "insert"]).inline
    inline.register("superscript", _RAISED, _parse_script, before="link")
    inline.register("subscript", _LOWERED, _parse_script, before="link")
    inline.register("formula", INLINE, _parse_formula, before="escape")
    return inline


def _parse_script(inline: Any, match: re.Match[str], state: Any) -> int | None:
    """`H~2~O` and `m^2^`; where words stand before and between the marks (`3~5 days, 7~8`), they are no such marks."""
    name = "superscript" if match["raised"] else "subscript"
    words = match["raised"] or match["lowered"]
    if not words.isascii() or (name == "subscript" and not match.string[: match.start()][-1:].isalpha()):
        return None
    state.append_token({"type": name, "children": [{"type": "text", "raw": words}]})
    return match.end()


def _parse_formula(inline: Any, match: re.Match[str], state: Any) -> int | None:
    if tex := formula(match["formula"]):
        style = "display" if DISPLAY.match(match["formula"]) else "math"
        state.append_token({"type": "formula", "raw": tex, "style": style})
        return match.end()
    if not match["formula"].startswith("\\"):
        return None
    state.append_token({"type": "text", "raw": match["formula"][1]})  # a character that was escaped
    return match.start() + 2


def parse_inline(source: str) -> Inline:
    """Read one paragraph's raw Markdown. Entities are resolved, spacing before punctuation is repaired."""
    if not _SIGN.search(source):
        return tidy(source, [], [], _flaws(source))
    source = resolve_macros(source)
    flaws = _flaws(source)
    if not _MARKUP.search(source):
        return tidy(source, [], [], flaws)
    if plain := PLAIN.fullmatch(source.rstrip("\n")):
        return tidy(*linked_text(plain[0]), [], flaws)
    return _assembled(_pieces(_tokens(source)), flaws)


def parse_labelled(source: str) -> tuple[str, Inline]:
    """The label that a paragraph begins with (`flashgen.corpus.labels`), without its mark, and the text behind it.

    The text is empty where there are only bold words, and where no label begins it. What a label links to is a link of
    no width at the start of the text: it tells what the text is about.
    """
    source = resolve_macros(source)
    first, others = _first_bold(source)
    if not first:
        return "", Inline("")
    bold = _assembled(_pieces([first]), ())
    pieces = list(_pieces(others))
    text = _assembled(pieces, _flaws(source))
    if not text:
        return bare_label(bold.text), text
    glued = not "".join(piece.text for piece in pieces)[:1].isspace()
    label, start = split_label(bold.text, text.text, glued=glued)
    if not label:
        return "", Inline("")
    links = (Link(link.target, link.start - start, link.end - start) for link in text.links if link.start >= start)
    styles = (
        replace(style, start=max(style.start - start, 0), end=style.end - start)
        for style in text.styles
        if style.end > start
    )
    all_links = (*(Link(link.target, 0, 0) for link in bold.links), *links)
    return label, Inline(text.text[start:], all_links, text.flaws, tuple(styles))


def _first_bold(source: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The bold words that a paragraph begins with, and what follows them; nothing where it begins otherwise."""
    if not source.lstrip().startswith(("*", "_", "[")) or PLAIN.fullmatch(source):
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


def _assembled(pieces: Iterable[Piece], flaws: tuple[str, ...]) -> Inline:
    """Pieces in reading order -> one tidy text with its links and styles."""
    texts: list[str] = []
    links: list[tuple[str, int, int]] = []
    styles: list[Style] = []
    open_styles: list[Style] = []
    length = 0
    for piece in pieces:
        start, length = length, length + len(piece.text)
        texts.append(piece.text)
        links.append((piece.target, start, length))
        common = 0
        for style, (name, detail) in zip(open_styles, piece.styles, strict=False):
            if (
                (style.name, style.detail) != (name, detail)
                or style.end != start
                or name in ("ruby", "math", "display")
            ):
                break
            common += 1
        styles.extend(open_styles[common:])
        open_styles = [replace(style, end=length) for style in open_styles[:common]]
        open_styles += [Style(name, start, length, detail) for name, detail in piece.styles[common:]]
    return tidy("".join(texts), joined_links(links), [*styles, *open_styles], flaws)


def _flaws(source: str) -> tuple[str, ...]:
    """What tidying and dropping markup would hide.

    A full stop between spaces with lower case behind it: the words around it are lost. An image between two words: it
    stands for a word, and no card shows it.
    """
    source = source.replace("\n", " ")
    if " ." in source and any(stop["next"].islower() for stop in _TORN_STOP.finditer(source)):
        return ("goes on in lower case behind a full stop between spaces",)
    if "![" in source and (image := _IMAGE_INSIDE.search(source)):
        return (f"points at an image, {image[1]!r}",)
    if "<" in source and (tag := _TAG_INSIDE.search(source)):
        named = _SOURCE.search(tag[1])
        return (f"points at an image, {named[1] if named else ''!r}",)
    return ()


def _pieces(tokens: list[dict[str, Any]], target: str = "") -> list[Piece]:
    """The pieces of text in reading order, those inside a link with its target."""
    found: list[Piece] = []
    tags = Tags(found, (token["raw"] for token in tokens if token["type"] == "inline_html"))
    is_markup = False
    for token in tokens:
        if token["type"] == "inline_html" and tags.take(token["raw"]):
            continue
        pieces = _token_pieces(token, target)
        if is_markup and token["type"] == "text" and found and is_torn_off(found[-1].text, pieces[0].text):
            found[-1] = replace(found[-1], text=found[-1].text.rstrip())
            pieces = [replace(pieces[0], text=pieces[0].text.lstrip())]
        is_markup = token["type"] in ("strong", "emphasis", "link", "codespan")
        found.extend(pieces)
    return found


def _token_pieces(token: dict[str, Any], target: str) -> list[Piece]:
    kind = token["type"]
    if kind in ("linebreak", "softbreak"):
        return [Piece("\n", target)]  # whether a space stands for it is told by the text around it
    if kind == "link":
        return _link_pieces(token)
    if kind in ("image", "strikethrough"):
        return []
    if kind == "inline_html":
        return _html_pieces(token["raw"], target)
    if kind == "formula":
        words = readable(token["raw"])
        # a command that is not known might load, link or define something where MathJax draws it
        return [Piece(words, target, () if "\\" in words else ((token["style"], token["raw"]),))]
    if "children" in token:
        pieces = _pieces(token["children"], target)
    else:
        text = token.get("raw", "")
        if kind == "text" and text != "**":  # two escaped stars stand alone
            text = _STRAY_BOLD.sub("", text) if "**" in text else text
        pieces = [Piece(_resolve(text), target)]
    style = STYLES.get(kind)
    return [replace(piece, styles=((style, ""), *piece.styles)) for piece in pieces] if style else pieces


def _link_pieces(token: dict[str, Any]) -> list[Piece]:
    """The words of a link, as one piece where nothing in them is set otherwise."""
    target = target_of(token["attrs"]["url"])
    pieces = _pieces(token["children"], target)
    if any(piece.styles for piece in pieces):
        return pieces
    return [Piece(with_particles("".join(piece.text for piece in pieces)), target)]


def _html_pieces(raw: str, target: str) -> list[Piece]:
    """A tag that only shapes text is passed over, as an image is; any other is shown as written."""
    tag = TAG.fullmatch(raw)
    if raw.startswith("<!") or (tag and tag[1].lower() == "img"):
        return []
    if not tag or not _SHAPING.fullmatch(tag[1]):
        return [Piece(raw, target)]
    return [Piece(" ", target)] if tag[1].lower() in ("br", "hr") else []


def _resolve(text: str) -> str:
    """Entities that were escaped twice leave one layer behind after parsing."""
    return resolve_entities(text, 2)
