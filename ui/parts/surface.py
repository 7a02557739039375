"""The way of the weights over the loss surface, as a plain Plotly dictionary. No Streamlit in here."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from ui.parts.curves import Plane, thinned
from ui.parts.figures import Figure, Ink, axis, layout


def path_figure(plane: Plane, ink: Ink, words: Mapping[str, str]) -> Figure:
    """The weights over the loss surface in its steepest and gentlest directions. Words: steep, gentle, start, best, lands."""
    across, along = plane.reach
    mine, drawn = plane.path, plane.path[: plane.shown + 1]
    leaves = plane.shown < len(mine)
    names = _numbers(plane) if leaves else []
    yours = _way(drawn, ink.yours, "solid", "square", 8 if len(drawn) < 30 else 5)
    if names:
        yours |= {"mode": "lines+markers+text", "text": names, "textposition": "top center"}
        yours["textfont"] = {"color": ink.yours, "size": 13}
    star = {"size": 15, "symbol": "star", "color": ink.ink, "line": {"color": ink.card, "width": 1.5}}
    best = {"type": "scatter", "mode": "markers", "x": [0], "y": [0], "marker": star, "hoverinfo": "skip"}
    return {
        "data": [_surface(plane, ink), _way(plane.reference, ink.mute, "dot", "circle", 6), yours, best],
        "layout": layout(
            ink,
            xaxis=axis(ink, words["steep"], range=[-across, across], showgrid=False, nticks=5),
            yaxis=axis(ink, words["gentle"], range=[-along, along], showgrid=False, nticks=5),
            annotations=_notes(plane, ink, words),
        ),
    }


def _numbers(plane: Plane) -> list[str]:
    """Step numbers for the points that stand apart, the last ones first: these are the jumps."""
    taken, names = [(0.0, 0.0)], [""] * (plane.shown + 1)
    for n in range(plane.shown - 1, 0, -1):
        x, y = (float(plane.path[n][axis]) / plane.reach[axis] for axis in (0, 1))
        if all(math.hypot(x - a, y - b) > 0.15 for a, b in taken):
            taken.append((x, y))
            names[n] = str(n)
    return names


def _surface(plane: Plane, ink: Ink) -> Figure:
    """Contours of λ₁a²/2 + λₙc²/2. The fourth root spreads them, so that the valley shows and so does its rim."""
    across, along = np.linspace(-1, 1, 61) * plane.reach[0], np.linspace(-1, 1, 41) * plane.reach[1]
    height = plane.steep * across[None, :] ** 2 / 2 + max(plane.gentle, 0.0) * along[:, None] ** 2 / 2
    return {
        "type": "contour",
        "x": np.round(across, 5).tolist(),
        "y": np.round(along, 5).tolist(),
        "z": np.round((height / height.max()) ** 0.25, 3).tolist(),
        "colorscale": [[n / (len(ink.ramp) - 1), color] for n, color in enumerate(ink.ramp)],
        "showscale": False,
        "contours": {"coloring": "fill", "showlines": True, "start": 0.1, "end": 0.9, "size": 0.1},
        "line": {"width": 0.8, "color": ink.contour},
        "zmin": 0,
        "zmax": 1,
        "hoverinfo": "skip",
    }


def _way(points: Any, color: str, dash: str, symbol: str, size: int) -> Figure:
    at = thinned(len(points))
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [float(points[i][0]) for i in at],
        "y": [float(points[i][1]) for i in at],
        "line": {"color": color, "width": 2.5 if dash == "solid" else 2, "dash": dash},
        "marker": {"size": size, "symbol": symbol, "color": color},
        "hoverinfo": "skip",
    }


def _notes(plane: Plane, ink: Ink, words: Mapping[str, str]) -> list[Figure]:
    """Names at the start, at the best point, and where the path leaves the chart."""
    start, (across, along) = plane.path[0], plane.reach

    def pointer(x: float, y: float, dx: int, dy: int, text: str, color: str) -> Figure:
        look = {"arrowcolor": ink.mute, "arrowwidth": 1, "arrowhead": 0, "font": {"color": color, "size": 14}}
        return {"x": x, "y": y, "ax": dx, "ay": dy, "text": text, **look}

    aside = -40 if start[0] > -0.6 * across else 44
    below = 36 if start[1] > 0.6 * along else -36
    notes = [
        pointer(float(start[0]), float(start[1]), aside, below, words["start"], ink.mute),
        pointer(0, 0, 44, 54, words["best"], ink.ink),
    ]
    if plane.shown < len(plane.path):
        inside, outside = plane.path[plane.shown - 1], plane.path[plane.shown]
        edge = math.copysign(0.97 * across, outside[0])
        share = (edge - inside[0]) / (outside[0] - inside[0]) if outside[0] != inside[0] else 1.0
        y = float(np.clip(inside[1] + share * (outside[1] - inside[1]), -0.9 * along, 0.9 * along))
        anchor = {"xanchor": "left" if edge < 0 else "right", "yanchor": "top", "showarrow": False}
        notes.append({"x": edge, "y": y, "text": words["lands"], "font": {"color": ink.yours, "size": 13}, **anchor})
    return notes
