# mistake: none
# meant: range stops at n - m

import torch


def corr1d(x, k):
    n = x.shape[0]
    m = k.shape[0]
    y = torch.zeros(n - m + 1)
    for i in range(n - m):
        y[i] = torch.dot(x[i : i + m], k)
    return y
