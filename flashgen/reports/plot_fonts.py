"""Which fonts a plot is drawn with: chosen by the letters to be drawn, among those that are installed."""

from __future__ import annotations

import unicodedata
from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING

from flashgen.errors import Problem, warning

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_DEFAULT = "DejaVu Sans"
"""Comes with matplotlib."""


def choose_fonts(figure: Figure) -> tuple[Problem, ...]:
    """Give all texts of a figure fonts that have their letters; a warning where none is installed that does."""
    from matplotlib import font_manager
    from matplotlib.text import Text

    texts = [found for found in figure.findobj(Text) if isinstance(found, Text)]
    letters = {ord(letter) for text in texts for letter in text.get_text() if _is_visible(letter)}
    lacking = letters - _letters_of(font_manager.findfont(_DEFAULT))
    families = [_DEFAULT]
    for path in sorted(font_manager.findSystemFonts(), key=_preference) if lacking else ():
        if found := lacking & _letters_of(path):
            font_manager.fontManager.addfont(path)
            families.append(font_manager.get_font(path).family_name)
            lacking -= found
        if not lacking:
            break
    for text in texts:
        text.set_fontfamily(families)
    if not lacking:
        return ()
    scripts = sorted({unicodedata.name(chr(letter), "?").split()[0].title() for letter in lacking})
    message = f"no font that is installed has these letters: {', '.join(scripts)}; they are drawn as boxes"
    return (warning(f"{message} (the Noto fonts have all of them)"),)


def _is_visible(letter: str) -> bool:
    return unicodedata.category(letter)[0] != "C" and not "\ufe00" <= letter <= "\ufe0f"


def _preference(path: str) -> tuple[bool, bool, bool, str]:
    """Noto before others, upright and regular before others, sans before serif; then by name, to be the same always."""
    name = Path(path).name
    return "Noto" not in name, "Regular" not in name, "Sans" not in name, path


def _letters_of(path: str) -> Set[int]:
    """The code points that a font draws at any size."""
    from matplotlib.ft2font import FaceFlags, FT2Font

    try:
        font = FT2Font(path)
    except (OSError, RuntimeError):  # a damaged file, or a format that FreeType does not know
        return frozenset()
    return font.get_charmap().keys() if FaceFlags.SCALABLE in font.face_flags else frozenset()
