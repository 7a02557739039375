"""Runs in the cell: whether the entry raises where it has to. Holds no answer."""

import torch


def silent(entry, X, K, counts):
    """For each pair of channel counts of X and K: 1 if the entry says nothing to them, 0 if it raises.

    First it has to take a kernel that fits: one that always raises refuses nothing.
    """
    entry(X.clone(), K.clone())
    return torch.tensor([float(_returns(entry, X[:x].clone(), K[:k].clone())) for x, k in counts])


def _returns(entry, X, K):
    try:
        entry(X, K)
    except Exception:
        return False
    return True
