"""A package -> one HTML file that shows all of its cards, needs nothing else, and lets nothing in a card run.

The page's content security policy admits one script and the style sheets that are known here, by their hashes, and
nothing from anywhere else. Cards stand in a frame of their own, where no script can run at all.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from flashgen.anki.about import about_html
from flashgen.anki.package_images import ImageSources
from flashgen.anki.package_reader import Edition, read_edition
from flashgen.atomic_file import atomic_write, fingerprint
from flashgen.errors import FlashgenError
from flashgen.preview.deck_data import deck_data, json_for_html

_ASSETS = Path(__file__).resolve().parent / "assets"
_SCRIPTS = (
    "template.js",
    "cloze.js",
    "rendering.js",
    "deck.js",
    "filters.js",
    "marks.js",
    "list.js",
    "withheld.js",
    "stage.js",
    "page.js",
)
_SUBTYPES = {"jpg": "jpeg", "svg": "svg+xml"}
"""Names of the forms of images, where they are not the ending."""
_MARK = '<meta name="generator" content="flashgen preview">'
"""By this a preview is recognised, so that nothing else is ever overwritten."""
_MARK_WITHIN = 1000
"""How many bytes of a file are searched for the mark."""
_SLOT = re.compile(r"%%(\w+)%%")
_STYLE_ELEMENT = re.compile(r"<style[^>]*>(.*?)</style", re.IGNORECASE | re.DOTALL)
_STYLE_ATTRIBUTE = re.compile(r"\bstyle\s*=", re.IGNORECASE)
_ANY_STYLE = "'unsafe-inline'"
"""The source by which a content security policy admits every style."""


def write_preview(package: Path, output: Path | None = None) -> Path:
    """Write a package's preview, by default beside it, and return its path. `output` may be a folder.

    Raises FlashgenError for a package that cannot be read, and where the preview would replace something else.
    """
    path = output or package.with_suffix(".html")
    if path.is_dir():
        path /= f"{package.stem}.html"
    before = fingerprint(path)
    if before and not _is_preview(path):
        raise FlashgenError(
            f"{path} is no preview of flashgen's, so it was left as it is; name another file", usage=True
        )
    edition = read_edition(package, to_build_upon=False)
    with atomic_write(path, before) as stream:
        deck = deck_data(edition, package.name) | {"images": _images(package, edition)}
        stream.write(preview_page(deck).encode("utf-8", "backslashreplace"))
    return path


def _images(package: Path, edition: Edition) -> dict[str, str]:
    """The images of a package as addresses that hold them."""
    sources = ImageSources({}, {image.name: image for image in edition.images}, package)
    return {
        image.name: f"data:image/{_SUBTYPES.get(suffix, suffix)};base64,{b64encode(data).decode()}"
        for image in edition.images
        if (suffix := image.name.rpartition(".")[2]) and (data := sources.read(image.name))
    }


def preview_page(deck: Mapping[str, Any]) -> str:
    """The whole page for a deck's data."""
    style, reviewer = _asset("page.css"), _asset("reviewer.css")
    script = "".join(_asset(name) for name in _SCRIPTS)
    parts = {
        "mark": _MARK,
        "policy": escape(_policy(script, (style, reviewer), deck)),
        "title": escape(f"{deck['native']} → {deck['target']} · {deck['name']}"),
        "about": _about(deck.get("about", ())),
        "style": style,
        "card": escape(_asset("card.html").replace("%%reviewer%%", reviewer)),
        "deck": json_for_html(deck),
        "script": script,
    }
    return _SLOT.sub(lambda slot: parts[slot[1]], _asset("page.html"))


def _about(lines: Sequence[str]) -> str:
    """What the deck says of itself, if it says anything."""
    return f'<p class="about">{about_html(tuple(lines))}</p>' if lines else ""


def _policy(script: str, styles: Iterable[str], deck: Mapping[str, Any]) -> str:
    """What the browser may run and apply; frames of cards inherit it."""
    templates = "".join(side for kind in deck["types"] for _, *sides in kind["templates"] for side in sides)
    in_templates = _STYLE_ELEMENT.findall(templates)
    sheets = dict.fromkeys((*styles, *deck["stylesheets"], *in_templates))
    # a style sheet with a field in it differs from note to note, so no hash can name it
    is_fixed = not any("{{" in sheet for sheet in in_templates)
    rules = [
        "default-src 'none'",
        f"script-src {_hash(script)}",
        f"style-src {' '.join(map(_hash, sheets)) if is_fixed else _ANY_STYLE}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if deck.get("images"):
        rules.append("img-src data:")
    if _STYLE_ATTRIBUTE.search(templates):
        # attributes cannot be named by hashes in every browser; our own templates have none
        rules.append(f"style-src-attr {_ANY_STYLE}")
    return "; ".join(rules)


def _hash(text: str) -> str:
    """The hash of a script or style sheet as a browser reads it, which knows one kind of line end only."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _is_preview(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return _MARK.encode() in stream.read(_MARK_WITHIN)
    except OSError:
        return False
