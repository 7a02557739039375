"""Runs in the cell: the whole way of a training loop, step by step. Holds no answer."""

import random

import torch


def trajectory(entry, X, Y, h, w, lr, steps, seed):
    """What the entry returns after 0 … steps steps, each time from the same seed, and after 0 steps once more."""

    def run(rate, count):
        torch.manual_seed(seed)
        random.seed(seed)
        return entry(X.clone(), Y.clone(), h, w, rate, count)

    def start():
        try:
            return run(lr, 0)
        except Exception:  # a loop that cannot do nothing: one step of rate 0 leaves the start as it was
            return run(0.0, 1)

    runs = [start()] + [run(lr, count) for count in range(1, steps + 1)]
    return {"runs": runs, "again": start()}
