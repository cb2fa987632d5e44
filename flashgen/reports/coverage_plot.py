"""A corpus -> a figure of languages by articles: which languages have which articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from flashgen.errors import counted
from flashgen.language.tags import english_name
from flashgen.reports.number_text import share_text
from flashgen.reports.plot_style import BLUE, PALE, QUIET, add_heading, apply_settings, label_text, remove_frame

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure

    from flashgen.corpus.documents import Corpus

NAMED = 40
"""Up to so many articles have a column of their own, with their names; more are drawn as a strip."""
STRIP = 600
"""Columns of a strip; with more articles than that, a column stands for several."""
_DIGIT_WIDTH = 5.8
"""The width of a digit in points."""


def draw_coverage(corpus: Corpus) -> Figure:
    """Languages by articles, the largest language first, then the articles that the most languages have."""
    counts = corpus.counts()
    slugs, held = _arrange_articles(corpus, list(counts))
    is_strip = len(slugs) > NAMED
    height = 1.2 + 0.3 * len(counts) + (0.3 if is_strip else 1.1)
    with apply_settings():
        from matplotlib.colors import LinearSegmentedColormap
        from matplotlib.figure import Figure

        figure = Figure(figsize=(9 if is_strip else max(6.0, 3 + 0.3 * len(slugs)), height), layout="constrained")
        axes = figure.add_subplot()
        colours = LinearSegmentedColormap.from_list("coverage", [PALE, BLUE])
        if is_strip:
            _draw_strip(axes, held, colours)
        else:
            _draw_columns(axes, held, slugs, colours)
        axes.set_yticks(np.arange(len(counts)) + 0.5, [f"{english_name(tag)}  {tag}" for tag in counts])
        shares = [share_text(count, len(slugs)) for count in counts.values()]
        _write_beside_rows(axes, [f"{count:,}" for count in counts.values()], shares)
        remove_frame(axes)
        common = int(held.all(axis=0).sum())
        gaps = f"{common:,} ({share_text(common, len(slugs))}) in every language; pale: the article is not there"
        title = f"{counted(len(slugs), 'article')} in {counted(len(counts), 'language')}"
        add_heading(figure, title, gaps if common < len(slugs) else "all of them in every language")
        if is_strip:
            axes.set_xlabel("articles, those in the most languages first", color=QUIET)
            axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    return figure


def _arrange_articles(corpus: Corpus, tags: Sequence[str]) -> tuple[list[str], NDArray[np.float64]]:
    """The articles, in the order of their columns, and 1 where a language (a row) has one, else 0."""
    has = {slug: tuple(tag in versions for tag in tags) for slug, versions in corpus.versions.items()}
    # equal rows of gaps come to stand side by side
    slugs = sorted(has, key=lambda slug: (-sum(has[slug]), tuple(not there for there in has[slug]), slug))
    return slugs, np.array([has[slug] for slug in slugs], dtype=float).T


def _draw_strip(axes: Axes, held: NDArray[np.float64], colours: Colormap) -> None:
    """Many articles, without their names."""
    rows, columns = held.shape
    extent = (0, columns, rows, 0)
    strip = _average_columns(held)
    axes.imshow(strip, cmap=colours, vmin=0, vmax=1, aspect="auto", interpolation="none", extent=extent)
    axes.hlines(range(1, rows), 0, columns, color="white", linewidth=2)


def _draw_columns(axes: Axes, held: NDArray[np.float64], slugs: Sequence[str], colours: Colormap) -> None:
    """Few articles, each with its name."""
    axes.pcolormesh(held, cmap=colours, vmin=0, vmax=1, edgecolors="white", linewidth=2)
    axes.invert_yaxis()
    names = [label_text(slug) for slug in slugs]
    axes.set_xticks(np.arange(len(slugs)) + 0.5, names, rotation=40, ha="right", rotation_mode="anchor")


def _average_columns(held: NDArray[np.float64]) -> NDArray[np.float64]:
    """At most STRIP columns; one that stands for several articles holds their mean."""
    count = held.shape[1]
    starts = np.linspace(0, count, min(count, STRIP), endpoint=False).astype(int)
    means: NDArray[np.float64] = np.add.reduceat(held, starts, axis=1) / np.diff([*starts, count])
    return means


def _write_beside_rows(axes: Axes, *columns: Sequence[str]) -> None:
    """Columns of numbers to the right of the rows, each flush right."""
    edge = 0.0
    for column in columns:
        edge += _DIGIT_WIDTH * (max(map(len, column)) + 1.5)
        for row, text in enumerate(column):
            axes.annotate(
                text, (1, row + 0.5), xycoords=axes.get_yaxis_transform(),
                xytext=(edge, 0), textcoords="offset points", ha="right", va="center_baseline", color=QUIET,
            )  # fmt: skip
