"""Pictures of a corpus and of a package, as PNG or SVG files: which articles there are in which languages, and how many
notes a package holds.

The modules of plots (this one, `coverage_plot`, `statistics_plot`, `plot_style`, `plot_fonts`) are the only ones that
know matplotlib, an optional extra. Equal input gives equal bytes: no date is written, and nothing depends on the user's
settings for matplotlib.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from flashgen.atomic_file import atomic_write, beginning, fingerprint
from flashgen.errors import FlashgenError, Problem
from flashgen.reports.coverage_plot import draw_coverage
from flashgen.reports.plot_fonts import choose_fonts
from flashgen.reports.plot_style import apply_settings
from flashgen.reports.statistics_plot import draw_statistics

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from flashgen.corpus.documents import Corpus
    from flashgen.reports.stats import Statistics

FORMATS = {".png": "png", ".svg": "svg"}
"""matplotlib's names of the formats that can be written, by the suffix of the file."""
_DPI = 150
"""Pixels to the inch of a PNG file."""
_MARKS = (b"Software\x00flashgen", b"<dc:title>flashgen: ")
"""By these a picture of flashgen's is recognised, so that nothing else is ever overwritten."""
_MARK_WITHIN = 2000
"""How many bytes of a file are searched for the marks."""


def check_plot(path: Path) -> None:
    """Raise FlashgenError where no picture can be drawn to this path; to be called before long work."""
    if path.suffix.lower() not in FORMATS:
        what = f"ends in {path.suffix}" if path.suffix else "has no suffix"
        raise FlashgenError(f"{path} {what}; a plot is written as .png or .svg", usage=True)
    if fingerprint(path) and not _is_ours(path):
        raise FlashgenError(f"{path} is no plot of flashgen's, so it was left as it is; name another file", usage=True)
    try:
        import matplotlib.figure  # noqa: F401
    except ImportError as fault:
        lacking = f"a plot needs matplotlib, which cannot be loaded ({fault})"
        raise FlashgenError(f'{lacking}; install it with: pip install "flashgen[plots]"') from None


def write_coverage(corpus: Corpus, path: Path) -> tuple[Problem, ...]:
    """Draw which languages have which articles. Returns warnings; raises FlashgenError if there is nothing to draw."""
    check_plot(path)
    if not corpus.counts():
        raise FlashgenError("no article in any language: there is nothing to draw")
    return _write(path, draw_coverage(corpus))


def write_statistics(statistics: Statistics, path: Path) -> tuple[Problem, ...]:
    """Draw notes by kind, topic and length. Returns warnings; raises FlashgenError if there is nothing to draw."""
    check_plot(path)
    if not statistics.notes:
        raise FlashgenError("the package holds no notes: there is nothing to draw")
    return _write(path, draw_statistics(statistics))


def _is_ours(path: Path) -> bool:
    found = beginning(path, _MARK_WITHIN)
    return any(mark in found for mark in _MARKS)


def _write(path: Path, figure: Figure) -> tuple[Problem, ...]:
    before = fingerprint(path)
    picture_format = FORMATS[path.suffix.lower()]
    title = f"flashgen: {figure.get_suptitle().strip()}"
    own = {"Date": None, "Creator": None} if picture_format == "svg" else {"Software": "flashgen"}
    picture = io.BytesIO()
    with apply_settings():
        problems = choose_fonts(figure)
        figure.savefig(picture, format=picture_format, dpi=_DPI, metadata={"Title": title, **own})
    with atomic_write(path, before) as stream:
        stream.write(picture.getvalue())
    return problems
