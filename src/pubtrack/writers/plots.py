"""Plots of a career as SVG and PNG: colours that everybody can tell apart, and the same bytes every time."""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from pubtrack.errors import MissingExtra
from pubtrack.vocab.source_names import SOURCE_NAMES
from pubtrack.writers.form_parts import as_of
from pubtrack.writers.plot_data import (
    citations_by_year,
    coauthor_network,
    h_index_over_time,
    layout,
    new_citations,
    works_by_year,
)
from pubtrack.writers.plot_labels import Box, placed
from pubtrack.writers.view import LibraryView

__all__ = ["write_plots"]

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000", "#F0E442")
"""Told apart by colour-blind people too. Source: Okabe and Ito 2008, https://jfly.uni-koeln.de/color/"""
_HATCHES = ("", "//", "..", "xx", "\\\\", "++", "oo", "--")
_MARKERS = "osD^vPX*"
_LINES = ("-", "--", "-.", ":")
"""With the hatches, so that nothing is told by colour alone (WCAG 2.2, 1.4.1)."""
_PAGE, _MARGINS, _LETTERS = 550.0, (0.12, 0.06), 7.5
"""Of the network: its side and its letters in points, its margins as shares of the data."""
_STYLE = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "axes.axisbelow": True,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "grid.color": "#e3e3e3",
    "hatch.linewidth": 0.5,
    "svg.hashsalt": "pubtrack",
    "svg.fonttype": "none",
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "text.parse_math": False,
    "text.usetex": False,
}
"""The font comes with matplotlib; the salt makes the names inside an SVG the same every time."""


def write_plots(view: LibraryView) -> Mapping[str, bytes]:
    """Gives the plots: file name -> bytes, each as SVG and as PNG.

    `citations` (added per year and source, since pubtrack asks), `citations-by-year` (as sources tell them), `works`
    (per year by type), `h-index` (over time), `coauthors`. A plot for which there is no data says so.

    Raises:
        MissingExtra: matplotlib is not installed.
    """
    try:
        mpl: Any = import_module("matplotlib")
        figures: Any = import_module("matplotlib.figure")
    except ImportError as error:
        raise MissingExtra("plots", "Drawing plots") from error
    made: dict[str, bytes] = {}
    with warnings.catch_warnings(), mpl.rc_context({**mpl.rcParamsDefault, **_STYLE, "backend": "agg"}):
        # The font that comes with matplotlib has no Chinese letters; in an SVG the reader's own font shows them.
        warnings.filterwarnings("ignore", message="Glyph")
        for name, draw in _PLOTS.items():
            figure = figures.Figure(figsize=(8, 8 if name == "coauthors" else 4.5), layout="constrained")
            draw(figure.add_subplot(), view)
            made[f"{name}.svg"] = _saved(figure, "svg", {"Date": None, "Creator": "pubtrack"})
            made[f"{name}.png"] = _saved(figure, "png", {"Software": None})
    return made


def _saved(figure: Any, format: str, metadata: Mapping[str, str | None]) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format=format, dpi=150, metadata=dict(metadata))
    return buffer.getvalue()


def _empty(axes: Any, title: str, words: str) -> None:
    """An honest plot of nothing: its title, and why it is empty."""
    axes.set_title(title)
    axes.set_axis_off()
    axes.text(0.5, 0.5, words, ha="center", va="center", transform=axes.transAxes, color="#555555")


def _citations(axes: Any, view: LibraryView) -> None:
    title = "Citations added per year, by source"
    years = new_citations(view.citations)
    if not any(number for by_year in years.values() for number in by_year.values()):
        first = min((row.date for row in view.citations), default=None)
        known = f"Counts are known since {first}; none has changed yet." if first else "No counts are known yet."
        return _empty(axes, title, known)
    return _by_source(axes, title, years, "new citations", view)


def _by_year(axes: Any, view: LibraryView) -> None:
    title = "Citations per year, as each source tells them"
    years = citations_by_year(view)
    if not years:
        return _empty(axes, title, "No source has told citations by year yet.")
    return _by_source(axes, title, years, "citations", view)


def _by_source(axes: Any, title: str, years: Mapping[str, Mapping[int, int]], counted: str, view: LibraryView) -> None:
    axes.set_title(title)
    _bars(axes, {SOURCE_NAMES.get(source, source): by_year for source, by_year in years.items()}, stacked=False)
    axes.set_ylabel(counted)
    _say_how_far(axes, years, view)


def _say_how_far(axes: Any, years: Mapping[str, Mapping[int, int]], view: LibraryView) -> None:
    """A year that was not over when the sources were last asked looks like a fall; the axis says why."""
    last = max(year for by_year in years.values() for year in by_year)
    day = as_of(view)
    if day and day.year == last and (day.month, day.day) < (12, 31):
        axes.set_xlabel(f"{last}: until {day}")


def _works(axes: Any, view: LibraryView) -> None:
    title = "Works per year, by type"
    years = works_by_year(view)
    if not years:
        return _empty(axes, title, "No dated works yet.")
    axes.set_title(title)
    _bars(axes, _few(years), stacked=True)
    axes.set_ylabel("works")
    return None


def _few(groups: Mapping[str, Mapping[int, int]]) -> dict[str, dict[int, int]]:
    """At most as many groups as there are colours; the smallest become one."""
    if len(groups) <= len(COLOURS):
        return {name: dict(values) for name, values in groups.items()}
    ranked = sorted(groups, key=lambda name: -sum(groups[name].values()))[: len(COLOURS) - 1]
    kept = {name: dict(values) for name, values in groups.items() if name in ranked}
    rest: dict[int, int] = {}
    for name, values in groups.items():
        if name not in ranked:
            for year, number in values.items():
                rest[year] = rest.get(year, 0) + number
    return {**kept, "All others": rest}


def _bars(axes: Any, groups: Mapping[str, Mapping[int, int]], *, stacked: bool) -> None:
    every = [year for values in groups.values() for year in values]
    years = range(min(every), max(every) + 1)
    below = [0] * len(years)
    width = 0.8 if stacked else 0.8 / len(groups)
    for place, (name, values) in enumerate(groups.items()):
        heights = [values.get(year, 0) for year in years]
        shift = 0.0 if stacked else (place - (len(groups) - 1) / 2) * width
        axes.bar(
            [year + shift for year in years],
            heights,
            width,
            bottom=below if stacked else None,
            label=name,
            color=COLOURS[place % len(COLOURS)],
            edgecolor="white",
            hatch=_HATCHES[place % len(_HATCHES)],
        )
        below = [b + h for b, h in zip(below, heights, strict=True)]
    _whole_numbers(axes.xaxis, axes.yaxis)
    axes.set_xlim(years[0] - 0.6, years[-1] + 0.6)
    _legend(axes)


def _legend(axes: Any) -> None:
    """Beside the plot, where it covers nothing."""
    axes.get_figure().legend(loc="outside right upper", frameon=False)


def _whole_numbers(*several: Any) -> None:
    ticker: Any = import_module("matplotlib.ticker")
    for axis in several:
        axis.set_major_locator(ticker.MaxNLocator(nbins=12, integer=True, min_n_ticks=1))
        axis.set_major_formatter("{x:.0f}")


def _h_index(axes: Any, view: LibraryView) -> None:
    title = "h-index over time, by source"
    found = h_index_over_time(view.citations)
    if not found:
        return _empty(axes, title, "No counts are known yet.")
    axes.set_title(title)
    for place, (source, pairs) in enumerate(found.items()):
        axes.plot(
            [day for day, _ in pairs],
            [value for _, value in pairs],
            label=SOURCE_NAMES.get(source, source),
            drawstyle="steps-post",
            linestyle=_LINES[place % len(_LINES)],
            marker=_MARKERS[place % len(_MARKERS)],
            markersize=4,
            color=COLOURS[place % len(COLOURS)],
        )
    _whole_numbers(axes.yaxis)
    axes.set_ylim(bottom=0)
    axes.set_ylabel("h-index")
    axes.tick_params(axis="x", rotation=30)
    _legend(axes)
    return None


def _coauthors(axes: Any, view: LibraryView) -> None:
    network = coauthor_network(view)
    title = "Co-authors"
    if not network.people:
        return _empty(axes, title, "No co-authors yet.")
    shown = f" (the {len(network.people)} with most works; {network.left_out} more)" if network.left_out else ""
    axes.set_title(f"{title}{shown}")
    axes.set_axis_off()
    axes.margins(*_MARGINS)
    at = layout(network)
    for (one, other), shared in network.ties.items():
        line = ([at[one][0], at[other][0]], [at[one][1], at[other][1]])
        axes.plot(*line, color="#9aa7b2", linewidth=min(0.5 + 0.5 * shared, 4), alpha=0.6, zorder=1)
    _dots(axes, at, network.works)
    return None


def _dots(axes: Any, at: Mapping[str, Sequence[float]], works: Mapping[str, int]) -> None:
    sizes = [40 + 45 * min(works[name], 12) for name in at]
    axes.scatter([x for x, _ in at.values()], [y for _, y in at.values()], s=sizes, color=COLOURS[0], zorder=2)
    names = [name if len(name) <= 32 else f"{name[:31]}…" for name in at]
    wide, high = _PAGE / (1 + 2 * _MARGINS[0]), _PAGE / (1 + 2 * _MARGINS[1])
    dots = [(x * wide, y * high, math.sqrt(size) / 2) for size, (x, y) in zip(sizes, at.values(), strict=True)]
    frame = Box(-_MARGINS[0] * wide, -_MARGINS[1] * high, _PAGE - _MARGINS[0] * wide, _PAGE - _MARGINS[1] * high)
    paper = {"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.75}
    for name, point, label in zip(names, at.values(), placed(dots, names, _LETTERS, frame), strict=True):
        axes.annotate(
            name,
            point,
            xytext=label,
            textcoords="offset points",
            ha="center",
            va="center",
            fontsize=_LETTERS,
            zorder=3,
            bbox=paper,  # an outline of the letters would turn them into shapes that nobody can search
        )


_PLOTS: Mapping[str, Callable[[Any, LibraryView], None]] = {
    "citations": _citations,
    "citations-by-year": _by_year,
    "works": _works,
    "h-index": _h_index,
    "coauthors": _coauthors,
}
