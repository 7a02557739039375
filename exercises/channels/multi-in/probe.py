"""Runs in the cell: whether the entry raises where it has to. Holds no answer."""

import torch


def silent(entry, X, K, counts):
    """For each pair of channel counts of X and K: 0 if the entry raises, 1 if it returns a tensor, 2 anything else.

    First it has to take a kernel that fits: one that always raises refuses nothing.
    """
    entry(X.clone(), K.clone())
    return torch.tensor([_answer(entry, X[:x].clone(), K[:k].clone()) for x, k in counts])


def _answer(entry, X, K):
    try:
        answer = entry(X, K)
    except Exception:
        return 0.0
    return 1.0 if isinstance(answer, torch.Tensor) else 2.0
