"""A training run while it goes on: the epoch in words, and its loss as a small line that grows."""

from __future__ import annotations

from collections.abc import Sequence

from grader.course import JobState
from ui.parts.curves import drawable, thinned
from ui.parts.figures import number
from ui.parts.markup import Html
from ui.parts.speak import h

WIDE, TALL, MARGIN = 96, 28, 2


def epoch(job: JobState) -> Html:
    """Epoch 5 of 12, validation loss 0.43. Nothing where no training tells of itself."""
    if job.progress is None:
        return Html("")
    told = {"n": job.progress.done, "of": job.progress.of}
    if not job.losses:
        return h("panel.epoch", **told)
    return h("panel.epoch.loss", **told, loss=number(job.losses[-1]))


def line(job: JobState) -> Html:
    """The losses so far, across as much of the width as epochs are done."""
    points = _points(job.losses, job.progress.done / job.progress.of if job.progress and job.progress.of else 1.0)
    if not points:
        return Html("")
    return Html(
        f"<svg class='kd-growing' viewBox='0 0 {WIDE} {TALL}' width='{WIDE}' height='{TALL}' aria-hidden='true'>"
        f"<polyline points='{points}'/></svg>"
    )


def _points(losses: Sequence[float], share: float) -> str:
    kept = drawable(losses)
    if len(kept) < 2:
        return ""
    top, last = max(kept) or 1.0, len(kept) - 1
    across, high = (WIDE - 2 * MARGIN) * min(max(share, 0.0), 1.0), TALL - 2 * MARGIN
    at = [(MARGIN + across * n / last, MARGIN + high * (1 - kept[n] / top)) for n in thinned(len(kept))]
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
