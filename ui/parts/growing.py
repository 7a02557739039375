"""A training run while it goes on: the epoch in words, and its loss as a small hill that grows."""

from __future__ import annotations

from collections.abc import Sequence

from grader.course import JobState
from ui.parts.curves import drawable, thinned
from ui.parts.figures import number
from ui.parts.markup import Html
from ui.parts.speak import h

WIDE, TALL = 96, 28


def epoch(job: JobState) -> Html:
    """Epoch 5 of 12, validation loss 0.43. Nothing where no training tells of itself."""
    if job.progress is None:
        return Html("")
    told = {"n": job.progress.done, "of": job.progress.of}
    if not job.losses:
        return h("panel.epoch", **told)
    return h("panel.epoch.loss", **told, loss=number(job.losses[-1]))


def line(job: JobState) -> Html:
    """The losses so far as a hill that comes down, across as much of the width as epochs are done.

    A clipped box: `st.html` strips SVG elements.
    """
    points = _points(job.losses, job.progress.done / job.progress.of if job.progress and job.progress.of else 1.0)
    if not points:
        return Html("")
    return Html(f"<span class='kd-growing' aria-hidden='true' style='--hill:polygon({points})'></span>")


def _points(losses: Sequence[float], share: float) -> str:
    kept = drawable(losses)
    if len(kept) < 2:
        return ""
    top, last, across = max(kept) or 1.0, len(kept) - 1, WIDE * min(max(share, 0.0), 1.0)
    ridge = [(across * n / last, (TALL - 2) * (1 - kept[n] / top)) for n in thinned(len(kept))]
    return ", ".join(f"{x:.1f}px {y:.1f}px" for x, y in [(0.0, TALL), *ridge, (across, TALL)])
