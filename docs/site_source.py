"""Lay out what the site of the documentation is made of: `python docs/site_source.py FOLDER PACKAGE...`, then mkdocs.

The folder mirrors the repository, so that links lead from page to page as they do there; beside it stand the live
previews of packages. `make docs` does all of it.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from flashgen.preview.shop_window import write_shop_window

_ROOT = Path(__file__).parent.parent
_PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
_LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
_TABLE_TAG = re.compile(r"<(table|tr|td)\b")
"""Elements in which GitHub reads Markdown unasked."""


def lay_out(folder: Path) -> None:
    """Copy the pages, their pictures, and every other file of the repository that a page links to."""
    sources = [*(_ROOT / name for name in _PAGES), *sorted((_ROOT / "docs").glob("*.md"))]
    for source in sources:
        text = source.read_text(encoding="utf-8")
        _place(source, folder).write_text(_TABLE_TAG.sub(r"<\1 markdown", text), encoding="utf-8")
        for link in _LINK.findall(text):
            linked = (source.parent / link).resolve()
            if linked.is_file() and linked not in sources:
                shutil.copyfile(linked, _place(linked, folder))


def _place(source: Path, folder: Path) -> Path:
    path = folder / source.relative_to(_ROOT)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


if __name__ == "__main__":
    place = Path(sys.argv[1])
    shutil.rmtree(place, ignore_errors=True)
    lay_out(place)
    (place / "decks").mkdir()
    write_shop_window([Path(name) for name in sys.argv[2:]], place / "decks", public=True)
