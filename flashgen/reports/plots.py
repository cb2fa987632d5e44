"""Pictures of a corpus and of a package, as PNG or SVG: which articles there are in which languages, and which notes.

The only module that knows matplotlib, an optional extra. Equal input gives equal bytes, whatever settings for
matplotlib the user has: its defaults are used, no date is written, and fonts are chosen by the letters to be drawn.
"""

from __future__ import annotations

import io
import unicodedata
import warnings
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from flashgen.atomic_file import atomic_write, fingerprint
from flashgen.errors import FlashgenError, Problem, counted, warning
from flashgen.language.tags import english_name
from flashgen.reports.stats import Tally, foremost_topics, share_text, totals

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from flashgen.corpus.documents import Corpus
    from flashgen.reports.stats import Statistics

FORMATS = {".png": "png", ".svg": "svg"}
NAMED = 40
"""Up to so many articles have a column of their own, with their names; more are drawn as a strip."""
STRIP = 600
"""Columns of a strip; with more articles than that, a column stands for several."""
_BLUE, _PALE, _INK, _QUIET = "#1f5f99", "#e9ebee", "#222222", "#666666"
"""Dark on pale: told apart by lightness alone, so by everyone, and on paper."""
_FIGURE = 5.8
"""The width of a figure in points."""
_WIDEST = 32
"""Characters of a label that are drawn."""
_DPI = 150
_MARKS = (b"Software\x00flashgen", b"<dc:title>flashgen: ")
"""By these a picture of flashgen's is known, so that nothing else is ever overwritten."""
_MARK_WITHIN = 2000
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


def check_plot(path: Path) -> None:
    """To be asked before long work. Raises FlashgenError where no picture can be drawn to this path."""
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
    return _write(path, coverage_figure(corpus))


def write_statistics(statistics: Statistics, path: Path) -> tuple[Problem, ...]:
    """Draw notes by kind, topic and length. Returns warnings; raises FlashgenError if there is nothing to draw."""
    check_plot(path)
    if not statistics.notes:
        raise FlashgenError("the package holds no notes: there is nothing to draw")
    return _write(path, statistics_figure(statistics))


def coverage_figure(corpus: Corpus) -> Figure:
    """Languages by articles, the largest language first, then the articles that the most languages have."""
    counts = corpus.counts()
    slugs, held = _held(corpus, list(counts))
    is_strip = len(slugs) > NAMED
    height = 1.2 + 0.3 * len(counts) + (0.3 if is_strip else 1.1)
    with _settings():
        from matplotlib.colors import LinearSegmentedColormap
        from matplotlib.figure import Figure

        figure = Figure(figsize=(9 if is_strip else max(6.0, 3 + 0.3 * len(slugs)), height), layout="constrained")
        axes = figure.add_subplot()
        colours = LinearSegmentedColormap.from_list("coverage", [_PALE, _BLUE])
        if is_strip:
            extent = (0, len(slugs), len(counts), 0)
            axes.imshow(_strip(held), cmap=colours, vmin=0, vmax=1, aspect="auto", interpolation="none", extent=extent)
            axes.hlines(range(1, len(counts)), 0, len(slugs), color="white", linewidth=2)
        else:
            axes.pcolormesh(held, cmap=colours, vmin=0, vmax=1, edgecolors="white", linewidth=2)
            axes.invert_yaxis()
            names = [_label(slug) for slug in slugs]
            axes.set_xticks(np.arange(len(slugs)) + 0.5, names, rotation=40, ha="right", rotation_mode="anchor")
        axes.set_yticks(np.arange(len(counts)) + 0.5, [f"{english_name(tag)}  {tag}" for tag in counts])
        _beside(axes, [f"{count:,}" for count in counts.values()], [share_text(n, len(slugs)) for n in counts.values()])
        _plain(axes)
        common = int(held.all(axis=0).sum())
        gaps = f"{common:,} ({share_text(common, len(slugs))}) in every language; pale: the article is not there"
        title = f"{counted(len(slugs), 'article')} in {counted(len(counts), 'language')}"
        _head(figure, title, gaps if common < len(slugs) else "all of them in every language")
        if is_strip:
            axes.set_xlabel("articles, those in the most languages first", color=_QUIET)
            axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    return figure


def statistics_figure(statistics: Statistics) -> Figure:
    """Three panels: notes by kind, by topic, and by the length of the answer."""
    topics = foremost_topics(statistics)
    rows = max(len(topics), len(statistics.kinds), len(statistics.lengths))
    with _settings():
        from matplotlib.figure import Figure

        figure = Figure(figsize=(11, 1.4 + 0.28 * rows), layout="constrained")
        kinds, by_topic, lengths = figure.subplots(1, 3, width_ratios=(1, 1.15, 1))
        _bars(kinds, "By kind", statistics.kinds, rows)
        _bars(by_topic, "By topic", topics, rows)
        _bars(lengths, "By length of answer", statistics.lengths, rows)
        _head(
            figure, f"Notes {statistics.native} → {statistics.target}",
            f"{totals(statistics)}; half of the answers have {counted(statistics.median, 'character')} or fewer",
        )  # fmt: skip
    return figure


def _held(corpus: Corpus, tags: Sequence[str]) -> tuple[list[str], NDArray[np.float64]]:
    """The articles, in the order of their columns, and 1 where a language (a row) has one, else 0."""
    has = {slug: tuple(tag in versions for tag in tags) for slug, versions in corpus.versions.items()}
    # equal rows of gaps come to stand side by side
    slugs = sorted(has, key=lambda slug: (-sum(has[slug]), tuple(not there for there in has[slug]), slug))
    return slugs, np.array([has[slug] for slug in slugs], dtype=float).T


def _strip(held: NDArray[np.float64]) -> NDArray[np.float64]:
    """At most STRIP columns; one that stands for several articles holds their mean."""
    count = held.shape[1]
    starts = np.linspace(0, count, min(count, STRIP), endpoint=False).astype(int)
    means: NDArray[np.float64] = np.add.reduceat(held, starts, axis=1) / np.diff([*starts, count])
    return means


def _beside(axes: Axes, *columns: Sequence[str]) -> None:
    """Columns of figures to the right of the rows, each flush right."""
    edge = 0.0
    for column in columns:
        edge += _FIGURE * (max(map(len, column)) + 1.5)
        for row, said in enumerate(column):
            axes.annotate(
                said, (1, row + 0.5), xycoords=axes.get_yaxis_transform(),
                xytext=(edge, 0), textcoords="offset points", ha="right", va="center_baseline", color=_QUIET,
            )  # fmt: skip


def _bars(axes: Axes, heading: str, tallies: Sequence[Tally], rows: int) -> None:
    """A bar for each tally, from the top, with the number of its notes; `rows` is how many there is room for."""
    axes.set_title(heading, loc="left", fontsize=10, pad=8)
    places = range(len(tallies))
    bars = axes.barh(places, [tally.notes for tally in tallies], height=0.72, color=_BLUE)
    for said in axes.bar_label(bars, [f"{tally.notes:,}" for tally in tallies], padding=3, color=_QUIET):
        said.set_verticalalignment("center_baseline")
    axes.set_yticks(places, [_label(tally.name) for tally in tallies])
    axes.set_xticks([])
    axes.set_ylim(rows - 0.4, -0.6)
    axes.margins(x=0.15)
    _plain(axes)


def _head(figure: Figure, title: str, rest: str) -> None:
    figure.suptitle(f"{title}\n", x=0.01, ha="left", fontsize=12, fontweight="bold", linespacing=1.4)
    figure.text(0.01, 1, f"\n\n{rest}", ha="left", va="top", color=_QUIET, in_layout=False)


def _plain(axes: Axes) -> None:
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)


def _label(text: str) -> str:
    """Short, on one line, and without what no font can draw."""
    clean = "".join("\ufffd" if unicodedata.category(letter) in ("Cc", "Cs") else letter for letter in text)
    line = " ".join(clean.split())
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"


@contextmanager
def _settings() -> Iterator[None]:
    """matplotlib's defaults with ours; the user's own are back afterwards."""
    import matplotlib

    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")  # _set_fonts says which
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)
        yield


def _set_fonts(figure: Figure) -> tuple[Problem, ...]:
    """Give all texts fonts that have their letters; a warning where none is installed that does."""
    from matplotlib import font_manager
    from matplotlib.text import Text

    texts = [found for found in figure.findobj(Text) if isinstance(found, Text)]
    letters = {ord(letter) for text in texts for letter in text.get_text() if _is_seen(letter)}
    default = font_manager.findfont("DejaVu Sans")
    lacking = letters - _letters_of(default)
    families = ["DejaVu Sans"]
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
    said = f"no font that is installed has these letters: {', '.join(scripts)}; they are drawn as boxes"
    return (warning(f"{said} (the Noto fonts have all of them)"),)


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter)[0] != "C" and not "\ufe00" <= letter <= "\ufe0f"


def _preference(path: str) -> tuple[bool, bool, bool, str]:
    """Noto before others, upright and regular before others, sans before serif; then by name, to be the same always."""
    name = Path(path).name
    return "Noto" not in name, "Regular" not in name, "Sans" not in name, path


def _letters_of(path: str) -> Set[int]:
    from matplotlib.ft2font import FaceFlags, FT2Font

    try:
        font = FT2Font(path)
    except (OSError, RuntimeError):  # a damaged file, or a format that FreeType does not know
        return frozenset()
    return font.get_charmap().keys() if FaceFlags.SCALABLE in font.face_flags else frozenset()


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            beginning = stream.read(_MARK_WITHIN)
    except OSError:
        return False
    return any(mark in beginning for mark in _MARKS)


def _write(path: Path, figure: Figure) -> tuple[Problem, ...]:
    before = fingerprint(path)
    form = FORMATS[path.suffix.lower()]
    title = f"flashgen: {figure.get_suptitle().strip()}"
    metadata = {"Title": title, **({"Date": None, "Creator": None} if form == "svg" else {"Software": "flashgen"})}
    drawn = io.BytesIO()
    with _settings():
        problems = _set_fonts(figure)
        figure.savefig(drawn, format=form, dpi=_DPI, metadata=metadata)
    with atomic_write(path, before) as stream:
        stream.write(drawn.getvalue())
    return problems
