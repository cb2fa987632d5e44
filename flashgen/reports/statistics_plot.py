"""What a package holds -> a figure with a panel for each way of counting its notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flashgen.reports.plot_style import BLUE, QUIET, add_heading, apply_settings, label_text, remove_frame
from flashgen.reports.stats_text import median_text, merge_small_topics, totals_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from flashgen.reports.stats import Group, Statistics


def draw_statistics(statistics: Statistics) -> Figure:
    """Three panels: notes by kind, by topic, and by the length of the answer."""
    topics = merge_small_topics(statistics)
    rows = max(len(topics), len(statistics.kinds), len(statistics.lengths))
    with apply_settings():
        from matplotlib.figure import Figure

        figure = Figure(figsize=(11, 1.4 + 0.28 * rows), layout="constrained")
        by_kind, by_topic, by_length = figure.subplots(1, 3, width_ratios=(1, 1.15, 1))
        _draw_bars(by_kind, "By kind", statistics.kinds, rows)
        _draw_bars(by_topic, "By topic", topics, rows)
        _draw_bars(by_length, "By length of answer", statistics.lengths, rows)
        title = f"Notes {statistics.native} → {statistics.target}"
        add_heading(figure, title, f"{totals_text(statistics)}; {median_text(statistics)}")
    return figure


def _draw_bars(axes: Axes, heading: str, groups: Sequence[Group], rows: int) -> None:
    """A bar for each group, from the top, with the number of its notes; `rows` is how many there is room for."""
    axes.set_title(heading, loc="left", fontsize=10, pad=8)
    lines = range(len(groups))
    bars = axes.barh(lines, [group.notes for group in groups], height=0.72, color=BLUE)
    for number in axes.bar_label(bars, [f"{group.notes:,}" for group in groups], padding=3, color=QUIET):
        number.set_verticalalignment("center_baseline")
    axes.set_yticks(lines, [label_text(group.name) for group in groups])
    axes.set_xticks([])
    axes.set_ylim(rows - 0.4, -0.6)
    axes.margins(x=0.15)
    remove_frame(axes)
