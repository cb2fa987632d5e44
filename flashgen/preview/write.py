"""A package -> one HTML file that shows all of its cards, needs nothing else, and lets nothing in a card run.

The page's content security policy admits one script and the style sheets that are known here, by their hashes, and
nothing from anywhere else. Cards stand in a frame of their own, where no script can run at all.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from flashgen.anki.about import about_html
from flashgen.anki.package_images import ImageSources
from flashgen.anki.package_reader import Edition, read_edition
from flashgen.config.interface_words import ENGLISH, interface_words, words_for
from flashgen.preview.deck_data import deck_data, json_for_html
from flashgen.preview.page_file import GENERATOR, asset, fill, in_language, source_of, write_page

_SCRIPTS = (
    "spans.js",
    "template.js",
    "cloze.js",
    "rendering.js",
    "deck.js",
    "words.js",
    "filters.js",
    "marks.js",
    "list.js",
    "withheld.js",
    "stage.js",
    "page.js",
)
_WITHOUT_SCRIPT = ("import_hint", "no_script")
"""Words that no script uses."""
_SUBTYPES = {"jpg": "jpeg", "svg": "svg+xml"}
"""Names of the forms of images, where they are not the ending."""
_STYLE_ELEMENT = re.compile(r"<style[^<>]*>((?:[^<]|<(?!/?style))*+)</style", re.IGNORECASE | re.DOTALL)
_STYLE_ATTRIBUTE = re.compile(r"\bstyle\s*=", re.IGNORECASE)
_ANY_STYLE = "'unsafe-inline'"
"""The source by which a content security policy admits every style."""


def write_preview(package: Path, output: Path | None = None, *, public: bool = False) -> Path:
    """Write a package's preview, by default beside it, and return its path. `output` may be a folder.

    With `public`, it leaves out what was withheld and what is in the package no more. Raises FlashgenError for a
    package that cannot be read, and where the preview would replace something else.
    """
    path = page_path(package, output or package.with_suffix(".html"))
    write_deck_page(path, read_edition(package, to_build_upon=False), package, public=public)
    return path


def page_path(package: Path, given: Path) -> Path:
    """Where a package's page goes: to a file, or into a folder by the package's name."""
    return given / f"{package.stem}.html" if given.is_dir() else given


def write_deck_page(path: Path, edition: Edition, package: Path, *, public: bool) -> None:
    """Write the page of an edition that was read from a package. Raises FlashgenError as `write_preview` does."""
    deck = deck_data(edition, package.name, public=public) | {"images": _images(package, edition)}
    write_page(path, preview_page(deck))


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
    style, reviewer = asset("base.css") + asset("page.css"), asset("reviewer.css")
    script = "".join(asset(name) for name in _SCRIPTS)
    parts = {
        "mark": GENERATOR,
        "policy": escape(_policy(script, (style, reviewer), deck)),
        "title": escape(f"{deck['native']} → {deck['target']} · {deck['name']}"),
        "about": _about(deck.get("about", ())),
        "style": style,
        "card": escape(asset("card.html").replace("%%reviewer%%", reviewer)),
        "no_script": _without_script(deck["native"]),
        "deck": json_for_html({**deck, "interface": _interface()}),
        "script": script,
    }
    return fill("page.html", parts)


def _interface() -> dict[str, Any]:
    """The words of the page: their names, and for each language their texts in that order and its names of kinds."""
    words = interface_words()
    names = [name for name in words[ENGLISH][0] if name not in _WITHOUT_SCRIPT]
    languages = {tag: [[own.get(name, "") for name in names], kinds] for tag, (own, kinds) in words.items()}
    return {"names": names, "languages": languages}


def _without_script(native: str) -> str:
    """What is said where no script may run: to the deck's learners, and in English."""
    languages = dict.fromkeys((words_for(native)[0], ENGLISH))
    return "".join(f"<p{in_language(tag)}>{escape(words_for(tag)[1]['no_script'])}</p>" for tag in languages)


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
        f"script-src {source_of(script)}",
        f"style-src {' '.join(map(source_of, sheets)) if is_fixed else _ANY_STYLE}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if deck.get("images"):
        rules.append("img-src data:")
    if _STYLE_ATTRIBUTE.search(templates):
        # attributes cannot be named by hashes in every browser; our own templates have none
        rules.append(f"style-src-attr {_ANY_STYLE}")
    return "; ".join(rules)
