"""A real browser for tests: Debian's Chromium, driven by Playwright, with an eye on all that a page may not do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

PROGRAMS = ("chromium-headless-shell", "chromium", "google-chrome")
"""The first that is there is used: the one without windows opens a page with a quarter of the work."""
PATIENCE = 10_000
"""Milliseconds to wait for what should be there, before a test fails."""


@dataclass(frozen=True, slots=True)
class Watched:
    """An open page, and what it asked for or complained of while it was open."""

    page: Page
    requests: list[str] = field(default_factory=list)
    """The addresses that it turned to, but those that its content security policy kept it from."""
    complaints: list[str] = field(default_factory=list)
    """Console errors and warnings (breaches of the content security policy among them), and uncaught errors."""

    def note_request(self, request: Request) -> None:
        if request.failure != "csp":
            self.requests.append(request.url.partition("#")[0])

    def note_message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


@contextmanager
def launched_chromium() -> Iterator[Browser]:
    """Chromium without a window. Where there is none, its tests are skipped; under CI they fail."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        message = "no Chromium for the browser tests: `make chromium` installs it; or set CHROMIUM"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(
    browser: Browser, path: Path, *, fragment: str = "", size: tuple[int, int] = (1280, 800),
    scheme: Literal["light", "dark"] = "light", locale: str = "en-US",
) -> Iterator[Watched]:  # fmt: skip
    """A file in the browser, from disk, without a network; `size` is (width, height) in pixels."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        offline=True,
        reduced_motion="reduce",
        locale=locale,
    )
    context.set_default_timeout(PATIENCE)
    try:
        watched = Watched(context.new_page())
        page = watched.page
        # Playwright marks the handlers that it is given, which a frozen record's methods do not allow
        page.on("requestfinished", lambda request: watched.note_request(request))
        page.on("requestfailed", lambda request: watched.note_request(request))
        page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        page.on("console", lambda message: watched.note_message(message))
        page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        yield watched
    finally:
        context.close()


def accessibility_faults(page: Page, tags: Sequence[str] = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa")) -> list[str]:
    """What axe-core finds wrong with a page, by its rules for the WCAG and by its rules of good practice."""
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page.evaluate(axe)
    result: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {iframes: false, runOnly: {type: 'tag', values: tags}})", [*tags, "best-practice"]
    )
    return [
        f"{fault['id']}: {fault['help']}: {', '.join(str(node['target']) for node in fault['nodes'])}"
        for fault in result["violations"]
    ]
