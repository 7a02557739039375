# mistake: zero-diag
# meant: the table of products of 0 .. n-1, symmetric

import torch


def counterexample(n):
    r = torch.arange(n, dtype=torch.float32)
    return r[:, None] * r[None, :]
