"""Photograph real cards: import a package into a fresh Anki collection and picture what Anki renders.

    python docs/cards.py DECK.apkg OUT_DIR [--contains TEXT]

Writes OUT_DIR/cards-light.png and OUT_DIR/cards-dark.png: one card of every card type, front beside back,
each as wide as a phone. Needs the PyPI package `anki` and Chromium.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

import anki.lang
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

BODY_CLASSES = {"light": "card", "dark": "card nightMode night_mode"}
SHEET_COLOURS = {"light": ("#e9e6df", "#55514a"), "dark": ("#0c0c0d", "#a5a19a")}
CARD_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--virtual-time-budget=5000",
]
CHROMIUM_SECONDS = 120
GAP = 24

# What Anki's reviewer sets before a card's own style, as far as it can show.
REVIEWER_STYLE = """
*, ::before, ::after { box-sizing: border-box }
body { margin: 20px; overflow-wrap: break-word; line-height: 1.5 }
hr { margin: 1rem 0; border: 0; border-top: 1px solid; opacity: .25 }
p, ul, ol { margin-top: 0; margin-bottom: 1rem } ul, ol { padding-left: 2rem }
code { font-size: .875em; color: #d63384 }
"""

# Both sides of a card get the height of the longer one; the title tells the height of the whole sheet.
FIT_SCRIPT = """
addEventListener("load", () => {
  for (const pair of document.querySelectorAll(".pair")) {
    const frames = [...pair.querySelectorAll("iframe")];
    const heights = frames.map(frame => frame.contentDocument.documentElement.scrollHeight);
    for (const frame of frames) frame.style.minHeight = Math.max(...heights) + "px";
  }
  document.title = "height " + Math.ceil(document.body.getBoundingClientRect().height);
});
"""


@dataclass(frozen=True)
class RenderedCard:
    """One card as Anki renders it."""

    card_type: str
    front: str
    back: str
    style: str


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and write the two pictures."""
    options = parse_arguments(arguments)
    if options.chromium is None:
        return fail("no Chromium found; name one with --chromium")
    with opened_collection(options.package) as collection:
        cards = list(one_of_each_type(collection, options.contains))
    if not cards:
        return fail(f"no card with {options.contains!r}" if options.contains else "the package has no cards")
    options.out_dir.mkdir(parents=True, exist_ok=True)
    for mode in BODY_CLASSES:
        picture = options.out_dir / f"cards-{mode}.png"
        photograph(contact_sheet(cards, mode, options), picture, sheet_width(options), options.chromium)
        print(picture)
    return 0


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    """The command line; `argparse` answers wrong usage itself."""
    parser = argparse.ArgumentParser(description="Photograph one card of every card type of an Anki package.")
    parser.add_argument("package", type=Path, metavar="DECK.apkg")
    parser.add_argument("out_dir", type=Path, metavar="OUT_DIR")
    parser.add_argument("--contains", default="", metavar="TEXT", help="only cards of notes that contain TEXT")
    parser.add_argument("--columns", type=int, default=2, metavar="N", help="cards beside each other (default: 2)")
    parser.add_argument("--width", type=int, default=390, metavar="PX", help="width of one side (default: 390)")
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome"))
    options = parser.parse_args(arguments)
    if not options.package.is_file():
        parser.error(f"no such file: {options.package}")
    if options.columns < 1 or options.width < 1:
        parser.error("--columns and --width must be positive")
    return options


def fail(message: str) -> int:
    """Say what went wrong; the result is the exit code."""
    print(f"cards.py: {message}", file=sys.stderr)
    return 1


@contextmanager
def opened_collection(package: Path) -> Iterator[Collection]:
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


def one_of_each_type(collection: Collection, contains: str) -> Iterator[RenderedCard]:
    """The first card of each card type, in the order of note types and templates."""
    wanted = contains.casefold()
    for note_type in sorted(collection.models.all(), key=lambda each: str(each["name"])):
        missing = {template["ord"]: template["name"] for template in note_type["tmpls"]}
        for note_id in sorted(collection.models.nids(note_type["id"])):
            note = collection.get_note(note_id)
            if wanted not in "\n".join(note.fields).casefold():
                continue
            for card in note.cards():
                if card.ord in missing:
                    output = card.render_output()
                    caption = f"{note_type['name']} · {missing.pop(card.ord)}"
                    yield RenderedCard(caption, output.question_text, output.answer_text, output.css)
            if not missing:
                break


def side_document(text: str, style: str, mode: str) -> str:
    """One side as a page of its own, set up like Anki's reviewer."""
    root_class = "night-mode" if mode == "dark" else ""
    return (
        f'<!doctype html><html class="{root_class}"><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{CARD_POLICY}">'
        f"<style>{REVIEWER_STYLE}</style>"
        f'<body class="{BODY_CLASSES[mode]}">'
        f'<div id="qa" dir="auto"><style>{style}</style>{text}</div></body></html>'
    )


def framed_pair(card: RenderedCard, mode: str, width: int) -> str:
    """A card's two sides beside each other, with its type as caption. Frames run no script of the card's."""
    frames = "".join(
        f'<iframe sandbox="allow-same-origin" width="{width}" srcdoc="{escape(document)}"></iframe>'
        for document in (side_document(side, card.style, mode) for side in (card.front, card.back))
    )
    caption = f"<figcaption>{escape(card.card_type)}</figcaption>"
    return f'<figure>{caption}<div class="pair">{frames}</div></figure>'


def contact_sheet(cards: list[RenderedCard], mode: str, options: argparse.Namespace) -> str:
    """The page that holds all cards."""
    ground, ink = SHEET_COLOURS[mode]
    pairs = "".join(framed_pair(card, mode, options.width) for card in cards)
    return f"""<!doctype html><html><meta charset="utf-8"><title></title><style>
      html {{ background: {ground} }}
      body {{ margin: 0; padding: {GAP}px; display: grid; gap: {GAP}px; width: max-content;
             grid-template-columns: repeat({options.columns}, max-content) }}
      figure {{ margin: 0; display: flex; flex-direction: column }}
      figcaption {{ font: 13px/1 system-ui, "Noto Sans", sans-serif; color: {ink}; padding: 0 2px 8px }}
      .pair {{ display: flex; gap: 2px; flex: 1; border-radius: 10px; overflow: hidden }}
      iframe {{ border: 0; height: auto; align-self: stretch; min-height: 0 }}
    </style><body>{pairs}<script>{FIT_SCRIPT}</script></body></html>"""


def sheet_width(options: argparse.Namespace) -> int:
    """The contact sheet's width in pixels."""
    return int(options.columns * (2 * options.width + 2) + (options.columns + 1) * GAP)


def photograph(page: str, picture: Path, width: int, chromium: str) -> None:
    """Take a picture of the whole page: once to learn its height, once for the picture."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "sheet.html")
        source.write_text(page, encoding="utf-8")
        flags = [chromium, *CHROMIUM_FLAGS, f"--user-data-dir={folder}/profile"]
        laid_out = run([*flags, f"--window-size={width},800", "--dump-dom", str(source)])
        found = re.search(r"<title>height (\d+)", laid_out)
        if found is None:
            raise RuntimeError("Chromium did not lay out the contact sheet")
        run([*flags, f"--window-size={width},{found[1]}", f"--screenshot={picture.resolve()}", str(source)])
    if not picture.is_file():
        raise RuntimeError("Chromium took no picture")


def run(command: list[str]) -> str:
    """Run a program to its end and return what it printed."""
    result = subprocess.run(
        command, capture_output=True, check=True, encoding="utf-8", errors="replace", timeout=CHROMIUM_SECONDS
    )
    return result.stdout


if __name__ == "__main__":
    sys.exit(main())
