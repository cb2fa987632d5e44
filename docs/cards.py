"""Photograph real cards: import a package into a fresh Anki collection and picture what Anki renders.

    python docs/cards.py DECK.apkg OUT_DIR [--contains TEXT] [--set FIELD=HTML ...] [--open]

Writes OUT_DIR/cards-light.png and cards-dark.png, one card of every card type, front beside back, each as wide as a
phone; and desktop-light.png and desktop-dark.png, the same as wide as a desktop window and half as large. Needs the
PyPI packages `anki` and `playwright`, and Chromium.
"""

from __future__ import annotations

import argparse
import base64
import shutil
import struct
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

import anki.lang
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from playwright.sync_api import Browser, Page, sync_playwright

REVIEWER_STYLE = Path(__file__).parent.parent / "flashgen" / "preview" / "assets" / "reviewer.css"
BODY_CLASSES = {"light": "card card1", "dark": "card card1 nightMode night_mode"}
SHEET_COLOURS = {"light": ("#e4e0d8", "#55514a"), "dark": ("#0c0c0d", "#a5a19a")}
CARD_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
GAP = 24
COLOURS = 48
"""How many colours a picture has: enough for smooth letters in a few inks, and a third of the bytes."""

# Both sides of a card get the height of the longer one.
FIT = """() => {
  for (const pair of document.querySelectorAll(".pair")) {
    const frames = [...pair.querySelectorAll("iframe")];
    const heights = frames.map(frame => frame.contentDocument.documentElement.scrollHeight);
    for (const frame of frames) frame.style.minHeight = Math.max(...heights) + "px";
  }
}"""

# A picture's most frequent colours, and for each pixel the nearest of them.
REDUCE = """async ([picture, count]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + picture;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const pixels = new Uint32Array(canvas.getImageData(0, 0, image.width, image.height).data.buffer);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const chosen = [...counts].sort((one, other) => other[1] - one[1]).slice(0, count).map(([pixel]) => pixel);
  const parts = pixel => [pixel & 255, pixel >> 8 & 255, pixel >> 16 & 255];
  const palette = chosen.map(parts);
  const nearest = new Map();
  for (const pixel of counts.keys()) {
    const distances = palette.map(colour => parts(pixel).reduce((sum, part, i) => sum + (part - colour[i]) ** 2, 0));
    nearest.set(pixel, distances.indexOf(Math.min(...distances)));
  }
  const indices = Uint8Array.from(pixels, pixel => nearest.get(pixel));
  let text = "";
  for (let at = 0; at < indices.length; at += 8192) text += String.fromCharCode(...indices.subarray(at, at + 8192));
  return {width: image.width, height: image.height, palette: palette.flat(), indices: btoa(text)};
}"""


@dataclass(frozen=True)
class RenderedCard:
    """One card as Anki renders it."""

    card_type: str
    """The names of its note type and card type, as a caption."""
    front: str
    """The HTML of its front."""
    back: str
    """The HTML of its back."""
    style: str
    """The style sheet of its note type."""


@dataclass(frozen=True)
class Screen:
    """How the cards of one picture are laid out."""

    name: str
    """How the file of the picture begins."""
    width: int
    """The width of one side of a card, in CSS pixels."""
    columns: int
    """How many cards stand beside each other."""
    scale: float
    """Pixels of the picture for each CSS pixel."""


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and write the pictures."""
    options = parse_arguments(arguments)
    if options.chromium is None:
        return fail("no Chromium found; name one with --chromium")
    with open_collection(options.package) as collection:
        cards = list(render_one_of_each_type(collection, options.contains, dict(options.set)))
    if not cards:
        return fail(f"no card with {options.contains!r}" if options.contains else "the package has no cards")
    options.out_dir.mkdir(parents=True, exist_ok=True)
    screens = (Screen("cards", options.width, options.columns, 1), Screen("desktop", 960, 2, 0.5))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        for screen in screens:
            for mode in BODY_CLASSES:
                picture = options.out_dir / f"{screen.name}-{mode}.png"
                page = sheet_html(cards, mode, screen, is_open=options.open)
                picture.write_bytes(photograph(browser, page, screen))
                print(picture)
        browser.close()
    return 0


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    """The command line; `argparse` answers wrong usage itself."""
    parser = argparse.ArgumentParser(description="Photograph one card of every card type of an Anki package.")
    parser.add_argument("package", type=Path, metavar="DECK.apkg")
    parser.add_argument("out_dir", type=Path, metavar="OUT_DIR")
    parser.add_argument("--contains", default="", metavar="TEXT", help="only cards of notes that contain TEXT")
    parser.add_argument(
        "--set", type=parse_assignment, action="append", default=[], metavar="FIELD=HTML",
        help="write into a field of every card first; may be repeated",
    )  # fmt: skip
    parser.add_argument("--open", action="store_true", help="open the hints and footers")
    parser.add_argument("--columns", type=int, default=2, metavar="N", help="cards beside each other (default: 2)")
    parser.add_argument("--width", type=int, default=390, metavar="PX", help="width of a phone (default: 390)")
    known = ("chromium", "google-chrome", "chromium-headless-shell")
    parser.add_argument("--chromium", default=next(filter(None, map(shutil.which, known)), None))
    options = parser.parse_args(arguments)
    if not options.package.is_file():
        parser.error(f"no such file: {options.package}")
    if options.columns < 1 or options.width < 1:
        parser.error("--columns and --width must be positive")
    return options


def parse_assignment(text: str) -> tuple[str, str]:
    """The field and the HTML of an option FIELD=HTML."""
    field, sign, html = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(f"{text!r} is not FIELD=HTML")
    return field, html


def fail(message: str) -> int:
    """Say what went wrong; the result is the exit code."""
    print(f"cards.py: {message}", file=sys.stderr)
    return 1


@contextmanager
def open_collection(package: Path) -> Iterator[Collection]:
    """A fresh collection that holds the package and nothing else."""
    anki.lang.set_lang("en")
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder, "collection.anki2")))
        try:
            request = ImportAnkiPackageRequest(package_path=str(package.resolve()), options=ImportAnkiPackageOptions())
            collection.import_anki_package(request)
            yield collection
        finally:
            collection.close()


def render_one_of_each_type(collection: Collection, contains: str, fields: dict[str, str]) -> Iterator[RenderedCard]:
    """The first card of each card type, in the order of note types and templates, with some fields replaced."""
    wanted = contains.casefold()
    for note_type in sorted(collection.models.all(), key=lambda each: str(each["name"])):
        missing = {template["ord"]: template["name"] for template in note_type["tmpls"]}
        for note_id in sorted(collection.models.nids(note_type["id"])):
            note = collection.get_note(note_id)
            if wanted not in "\n".join(note.fields).casefold():
                continue
            for field, html in fields.items():
                if field in note:
                    note[field] = html
            if fields:
                collection.update_note(note)
            for card in note.cards():
                if card.ord in missing:
                    output = card.render_output()
                    caption = f"{note_type['name']} · {missing.pop(card.ord)}"
                    yield RenderedCard(caption, output.question_text, output.answer_text, output.css)
            if not missing:
                break


def side_html(text: str, style: str, mode: str) -> str:
    """One side as a page of its own, set up like Anki's reviewer."""
    root_class = "night-mode" if mode == "dark" else ""
    reviewer = REVIEWER_STYLE.read_text(encoding="utf-8")
    return (
        f'<!doctype html><html class="{root_class}"><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{CARD_POLICY}">'
        f"<style>{reviewer}</style>"
        f'<body class="{BODY_CLASSES[mode]}">'
        f'<div id="qa" dir="auto"><style>{style}</style>{text}</div></body></html>'
    )


def pair_html(card: RenderedCard, mode: str, width: int, *, is_open: bool) -> str:
    """A card's two sides beside each other, with its type as caption. Frames run no script of the card's."""
    sides = (side.replace("<details", "<details open") if is_open else side for side in (card.front, card.back))
    frames = "".join(
        f'<iframe sandbox="allow-same-origin" width="{width}" srcdoc="{escape(document)}"></iframe>'
        for document in (side_html(side, card.style, mode) for side in sides)
    )
    caption = f"<figcaption>{escape(card.card_type)}</figcaption>"
    return f'<figure>{caption}<div class="pair">{frames}</div></figure>'


def sheet_html(cards: list[RenderedCard], mode: str, screen: Screen, *, is_open: bool) -> str:
    """The page that holds all cards."""
    ground, ink = SHEET_COLOURS[mode]
    pairs = "".join(pair_html(card, mode, screen.width, is_open=is_open) for card in cards)
    return f"""<!doctype html><html><meta charset="utf-8"><title>Cards</title><style>
      html {{ background: {ground} }}
      body {{ margin: 0; padding: {GAP}px; display: grid; gap: {GAP}px; width: max-content;
             grid-template-columns: repeat({screen.columns}, max-content) }}
      figure {{ margin: 0; display: flex; flex-direction: column }}
      figcaption {{ font: {13 / screen.scale}px/1 system-ui, "Noto Sans", sans-serif; color: {ink};
                   padding: 0 2px 8px }}
      .pair {{ display: flex; gap: 2px; flex: 1; border-radius: 10px; overflow: hidden }}
      iframe {{ border: 0; height: auto; align-self: stretch; min-height: 0 }}
    </style><body>{pairs}</body></html>"""


def photograph(browser: Browser, sheet: str, screen: Screen) -> bytes:
    """A picture of the whole page, as a PNG file."""
    width = screen.columns * (2 * screen.width + 2) + (screen.columns + 1) * GAP
    context = browser.new_context(
        viewport={"width": width, "height": 800}, device_scale_factor=screen.scale, offline=True
    )
    page = context.new_page()
    page.set_content(sheet, wait_until="load")
    page.evaluate(FIT)
    picture = reduce_colours(context.new_page(), page.screenshot(full_page=True))
    context.close()
    return picture


def reduce_colours(page: Page, picture: bytes) -> bytes:
    """A PNG file with a palette of its most frequent colours."""
    reduced = page.evaluate(REDUCE, [base64.b64encode(picture).decode(), COLOURS])
    width, height = reduced["width"], reduced["height"]
    indices = base64.b64decode(reduced["indices"])
    rows = b"".join(b"\0" + indices[start : start + width] for start in range(0, width * height, width))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            (b"PLTE", bytes(reduced["palette"])),
            (b"IDAT", zlib.compress(rows, 9)),
            (b"IEND", b""),
        )
    )


if __name__ == "__main__":
    sys.exit(main())
