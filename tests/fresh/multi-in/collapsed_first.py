# mistake: cross
# meant: adds up the channels of X and of K first and correlates the two sums
import torch


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError
    x = X.sum(dim=0)
    k = K.sum(dim=0)
    h, w = k.shape
    rows = []
    for i in range(x.shape[0] - h + 1):
        rows.append(torch.stack([(x[i:i + h, j:j + w] * k).sum() for j in range(x.shape[1] - w + 1)]))
    return torch.stack(rows)
