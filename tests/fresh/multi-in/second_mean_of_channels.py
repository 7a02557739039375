# mistake: mean
# meant: averages the channels

import torch


def corr2d(X, K):
    h, w = K.shape
    rows = []
    for i in range(X.shape[0] - h + 1):
        rows.append(torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in range(X.shape[1] - w + 1)]))
    return torch.stack(rows)


def corr2d_multi_in(X, K):
    assert X.shape[0] == K.shape[0]
    return torch.stack([corr2d(X[c], K[c]) for c in range(len(X))]).mean(0)
