# mistake: total
# meant: sums the stacked maps over everything
import torch


def corr2d(x, k):
    return (x.unfold(0, k.shape[0], 1).unfold(1, k.shape[1], 1) * k).sum((2, 3))


def corr2d_multi_in(X, K):
    assert len(X) == len(K)
    maps = torch.stack([corr2d(X[c], K[c]) for c in range(len(X))])
    return maps.sum()
