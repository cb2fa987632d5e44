"""The texts of blocks: a paragraph with the images that it shows, and an item with the label that it begins with."""

from __future__ import annotations

import re

from flashgen.corpus.images import Images, with_images
from flashgen.corpus.inline import parse_inline, parse_labelled
from flashgen.language import marks
from flashgen.language.text_types import introduces, word_count
from flashgen.record import replace
from flashgen.records.documents import IMAGE, Inline, Link, Paragraph, Style

_HAS_IMAGE = re.compile(r"!\[|<img\b")
_NOTHING = Inline("")
_STEP = 3
"""Words from which a step says what is done."""


def read_text(source: str, line: int, images: Images | None) -> Inline:
    """A paragraph's text, with the images in it; nothing where there is nothing else in it."""
    if images is None or not _HAS_IMAGE.search(source):
        return parse_inline(source)
    marked, names = images.mark(source, line)
    text = with_images(parse_inline(marked), names) or parse_inline(source)
    if not text.text.replace(IMAGE, "").strip():
        return _NOTHING
    if IMAGE in text.text:
        images.shown.update(range(line, line + source.count("\n") + 1))
    return text


def read_item(source: str, paragraphs: list[Paragraph], images: Images | None, *, leads_in: bool) -> tuple[str, Inline]:
    """An item's label and text. `source` is its first paragraph, which may be nothing but the label of the others."""
    label, first = _label(source, paragraphs[0].line, images)
    if label and first:
        return label, _joined([replace(paragraphs[0], inline=first), *paragraphs[1:]])
    if label and len(paragraphs) > 1:
        return label, _joined(paragraphs[1:])
    text = _joined(paragraphs)
    if label and not leads_in:  # a label that announces nothing
        text = replace(text, text=text.text.rstrip(f"{marks.COLONS} "))
    return "", text


def above_code(text: Inline) -> Inline:
    """The text of a step that stands above code, which is not read, without the colon that leads in to that: "List the
    branches" says what is done. One of a word or two ("Run:") says nothing without it, and stays."""
    said = text.text.rstrip(f"{marks.COLONS} \u00a0")
    return replace(text, text=said) if introduces(text.text) and word_count(said) >= _STEP else text


def _label(source: str, line: int, images: Images | None) -> tuple[str, Inline]:
    """The label that a paragraph begins with, which shows no image, and the text behind it."""
    if images is None or not _HAS_IMAGE.search(source):
        return parse_labelled(source)
    marked, names = images.mark(source, line)
    label, text = parse_labelled(marked)
    shown = with_images(text, names[label.count(IMAGE) :]) if text else text
    if shown is None:
        return parse_labelled(source)
    return " ".join(label.replace(IMAGE, "").split()), shown if shown.text.replace(IMAGE, "").strip() else _NOTHING


def _joined(paragraphs: list[Paragraph]) -> Inline:
    """Several paragraphs as one text, parted by line ends."""
    if len(paragraphs) == 1:
        return paragraphs[0].inline
    links: list[Link] = []
    styles: list[Style] = []
    length = 0
    for text in (paragraph.inline for paragraph in paragraphs):
        links.extend(replace(one, start=one.start + length, end=one.end + length) for one in text.links)
        styles.extend(replace(one, start=one.start + length, end=one.end + length) for one in text.styles)
        length += len(text.text) + 1
    return Inline(
        "\n".join(paragraph.inline.text for paragraph in paragraphs),
        tuple(links),
        tuple(flaw for paragraph in paragraphs for flaw in paragraph.inline.flaws),
        tuple(styles),
    )
