"""What all plots look like: colours, headings and labels, whatever settings for matplotlib the user has."""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BLUE, PALE, QUIET = "#1f5f99", "#e9ebee", "#666666"
"""Dark on pale: told apart by lightness alone, so by everyone, and on paper."""
_INK = "#222222"
_WIDEST = 32
"""Characters of a label that are drawn."""
_SETTINGS: dict[Any, Any] = {
    "text.parse_math": False,  # a dollar in a name is a dollar
    "text.color": _INK,
    "axes.labelcolor": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
    "font.size": 9.0,
    "svg.fonttype": "path",
    "svg.hashsalt": "flashgen",
}


@contextmanager
def apply_settings() -> Iterator[None]:
    """Draw with matplotlib's defaults and ours; the user's own settings are back afterwards."""
    import matplotlib

    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")  # choose_fonts warns in our words
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)
        yield


def add_heading(figure: Figure, title: str, rest: str) -> None:
    """A title, and a quieter line below it."""
    figure.suptitle(f"{title}\n", x=0.01, ha="left", fontsize=12, fontweight="bold", linespacing=1.4)
    figure.text(0.01, 1, f"\n\n{rest}", ha="left", va="top", color=QUIET, in_layout=False)


def remove_frame(axes: Axes) -> None:
    """No box around a panel, and no ticks."""
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)


def label_text(text: str) -> str:
    """Short, on one line, and without what no font can draw."""
    clean = "".join("\ufffd" if unicodedata.category(letter) in ("Cc", "Cs") else letter for letter in text)
    line = " ".join(clean.split())
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"
