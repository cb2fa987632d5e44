"""Photograph the preview page: on a desktop and on a phone, by day and by night.

    python docs/preview_pictures.py DECK.apkg OUT_DIR

Writes OUT_DIR/<deck>-<screen>-<light or dark>.png. Needs the PyPI package `playwright` and Chromium.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from flashgen.preview.write import write_preview

# width and height in CSS pixels
SCREENS = {"desktop": (1280, 820), "phone": (375, 740)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and write the pictures."""
    parser = argparse.ArgumentParser(description="Photograph the preview page of a package.")
    parser.add_argument("package", type=Path, metavar="DECK.apkg")
    parser.add_argument("out_dir", type=Path, metavar="OUT_DIR")
    parser.add_argument("--card", type=int, default=5, metavar="N", help="which card is shown (default: the fifth)")
    known = ("chromium", "google-chrome", "chromium-headless-shell")
    parser.add_argument("--chromium", default=next(filter(None, map(shutil.which, known)), None))
    options = parser.parse_args(arguments)
    if options.chromium is None:
        parser.error("no Chromium found; name one with --chromium")
    options.out_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = write_preview(options.package, Path(folder))
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        for screen in SCREENS:
            for scheme in SCHEMES:
                picture = options.out_dir / f"{options.package.stem}-{screen}-{scheme}.png"
                photograph(browser, page, screen, scheme, options.card, picture)
                print(picture)
        browser.close()
    return 0


def photograph(
    browser: Browser, preview: Path, screen: str, scheme: Literal["light", "dark"], number: int, picture: Path
) -> None:
    """Write a picture of the page as it looks when the card of that number, from 1, has been turned."""
    width, height = SCREENS[screen]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.goto(preview.as_uri())
    for _ in range(number - 1):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)
    page.screenshot(path=picture)
    context.close()


if __name__ == "__main__":
    sys.exit(main())
