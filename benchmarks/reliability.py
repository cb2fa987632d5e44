"""A reliability diagram: how often pairs are right, against how sure flashgen was of them, as an SVG picture.

Both axes are logarithmic towards 1, where nearly all pairs are (log odds). A bar is the Wilson interval of 95 %; a
diagonal of points is perfect calibration, and points above it are on the careful side.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

BOUNDS = (0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 1.0)
_NORMAL = 1.96
"""Standard deviations that hold 95 % of a normal distribution."""
_SURE = 0.99995
"""Where confidence that is rounded to 1 is drawn."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs of about one confidence."""

    confidence: float
    """The mean of theirs, 0 to 1."""
    count: int
    right: int

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares the true one lies (Wilson 1927), with 95 % probability."""
        share, factor = self.right / self.count, _NORMAL**2 / self.count
        middle = (share + factor / 2) / (1 + factor)
        half = math.sqrt(share * (1 - share) * factor + factor**2 / 4) / (1 + factor)
        return middle - half, middle + half


def bins(confidences: Sequence[float], of_wrong: Sequence[float]) -> Iterator[Bin]:
    """`confidences` of all pairs, `of_wrong` of those among them that are wrong."""
    for least, below in zip(BOUNDS, (*BOUNDS[1:-1], math.inf), strict=False):
        held = [value for value in confidences if least <= value < below]
        if held:
            wrong = sum(least <= value < below for value in of_wrong)
            yield Bin(sum(held) / len(held), len(held), len(held) - wrong)


def draw(found: Sequence[Bin], path: Path) -> None:
    """Write the picture; needs matplotlib (the extra `plots`)."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    mpl.rcParams["svg.hashsalt"] = "flashgen"
    figure = Figure(figsize=(5.5, 5), layout="constrained")
    axes = figure.subplots()
    axes.set_xscale("logit")
    axes.set_yscale("logit")
    axes.plot([0.5, _SURE], [0.5, _SURE], color="#999999", linewidth=1)
    for part in found:
        low, high = (min(max(value, 0.3), 1 - 1e-5) for value in part.interval)
        place, share = min(part.confidence, _SURE), min(part.right / part.count, _SURE)
        axes.plot([place, place], [low, high], color="#0072b2", linewidth=2)
        axes.plot([place], [share], marker="o", color="#0072b2", linestyle="")
        axes.annotate(f"{part.count}", (place, low), (0, -11), textcoords="offset points", ha="center", fontsize=7)
    ticks = (0.5, 0.7, 0.9, 0.96, 0.99, 0.999, 0.9999)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_ticks(ticks, labels=[f"{100 * tick:g} %" for tick in ticks])
        axis.set_ticks([], minor=True)
    axes.set_xlim(0.5, 0.99997)
    axes.set_ylim(0.3, 0.99999)
    axes.set_xlabel("confidence")
    axes.set_ylabel("share of pairs that are right (below: how many pairs)")
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, format="svg", metadata={"Date": None})
