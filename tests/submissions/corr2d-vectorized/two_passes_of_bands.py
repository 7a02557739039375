# passes 16
from functools import reduce


def band(size, k):
    """(size, size + k - 1): row i has a block of ones, one matrix for each entry."""
    return [torch.eye(size + k - 1)[a:a + size] for a in range(k)]


def corr2d(X, K):
    down = [D.to(X.dtype) @ X for D in band(X.shape[0] - K.shape[0] + 1, K.shape[0])]
    right = [R.to(X.dtype).t() for R in band(X.shape[1] - K.shape[1] + 1, K.shape[1])]
    terms = [down[a] @ right[b] * K[a, b] for a in range(K.shape[0]) for b in range(K.shape[1])]
    return reduce(torch.add, terms)
