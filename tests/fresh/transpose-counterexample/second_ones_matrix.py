# mistake: zero-diag
# meant: a matrix of ones

import torch


def counterexample(n):
    return torch.ones(n, n)
