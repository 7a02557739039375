"""Bootstrap intervals for many exercises at once: learners are drawn anew, with replacement, and every number is worked out again.

A draw is a row of weights (how often each learner was drawn), so that a thousand draws are a few matrix products. Drawing
whole learners keeps what belongs together: a learner's exercises.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

DRAWS = 1000
SEED = 20260302
INTERVAL = (5.0, 95.0)
"""Percentiles: a 90 % interval."""

Floats = NDArray[np.float64]


def weights_of(learners: int, draws: int = DRAWS, seed: int = SEED) -> Floats:
    """How often each learner is drawn (draws, learners): each row sums to the number of learners."""
    drawn = np.random.default_rng(seed).integers(0, learners, (draws, learners))
    places = drawn + learners * np.arange(draws)[:, None]
    return np.bincount(places.ravel(), minlength=draws * learners).reshape(draws, learners).astype(float)


def bounds(drawn: Floats) -> tuple[Floats, Floats]:
    """Draws (draws, exercises) → lower and upper end for each exercise, of the draws that have a value; NaN where none has."""
    ends = np.full((2, drawn.shape[1]), np.nan)
    whole = ~np.isnan(drawn).any(axis=0)
    ends[:, whole] = np.percentile(drawn[:, whole], INTERVAL, axis=0)
    for column in np.flatnonzero(~whole):
        known = drawn[~np.isnan(drawn[:, column]), column]
        if len(known):
            ends[:, column] = np.percentile(known, INTERVAL)
    return ends[0], ends[1]


def means(values: Floats, weights: Floats) -> Floats:
    """Means of each exercise (learners, exercises) in each draw; NaN marks who has no value."""
    known = ~np.isnan(values)
    with np.errstate(all="ignore"):
        found: Floats = (weights @ np.where(known, values, 0.0)) / (weights @ known)
    return found


def correlations(left: Floats, right: Floats, weights: Floats) -> Floats:
    """Pearson's correlation of two tables (learners, exercises), column by column, in each draw; NaN where one is constant."""
    known = ~(np.isnan(left) | np.isnan(right))
    n = weights @ known
    with np.errstate(all="ignore"):
        x = np.where(known, left - _centre(left, known), 0.0)  # centred first: sums of squares keep their digits
        y = np.where(known, right - _centre(right, known), 0.0)
        sums = [weights @ part / n for part in (x, y, x * x, y * y, x * y)]
        spread_x, spread_y = sums[2] - sums[0] ** 2, sums[3] - sums[1] ** 2
        constant = (spread_x < 1e-12) | (spread_y < 1e-12)
        found: Floats = (sums[4] - sums[0] * sums[1]) / np.sqrt(spread_x * spread_y)
    return np.where(constant, np.nan, np.clip(found, -1.0, 1.0))


def _centre(table: Floats, known: NDArray[np.bool_]) -> Floats:
    count = np.maximum(known.sum(axis=0), 1)
    centre: Floats = np.where(known, table, 0.0).sum(axis=0) / count
    return centre


def medians(values: Floats, weights: Floats) -> Floats:
    """Medians of each exercise in each draw: of the learners as often as they were drawn, the mean of the two in the middle."""
    found = np.full((len(weights), values.shape[1]), np.nan)
    by_learner = np.ascontiguousarray(weights.T, dtype=np.int32)  # rows to gather and to add up lie together in memory
    for column, own in enumerate(values.T):
        order = np.argsort(own, kind="stable")[: int((~np.isnan(own)).sum())]
        if len(order):
            found[:, column] = _middle(own[order], by_learner[order])
    return found


def _middle(rising: Floats, counts: NDArray[np.int32]) -> Floats:
    """The medians of values in rising order, each taken as often as its row of counts (values, draws) says."""
    upto = np.cumsum(counts, axis=0)
    total = upto[-1]
    low = np.count_nonzero(upto <= (total - 1) // 2, axis=0)
    high = np.count_nonzero(upto <= total // 2, axis=0)
    nobody = total == 0
    middle: Floats = (rising[np.where(nobody, 0, low)] + rising[np.where(nobody, 0, high)]) / 2
    return np.where(nobody, np.nan, middle)
