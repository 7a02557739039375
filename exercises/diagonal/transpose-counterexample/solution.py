import torch


def counterexample(n):
    """One white pixel off the diagonal is enough: its mirror image stays black."""
    X = torch.zeros(n, n)
    X[0, n - 1] = 1
    return X
