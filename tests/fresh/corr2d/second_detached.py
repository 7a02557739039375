# mistake: graph-cut | book-version
# meant: wraps the sums in torch.tensor

import torch


def corr2d(X, K):
    h, w = K.shape
    result = []
    for i in range(X.size(0) - h + 1):
        row = []
        for j in range(X.size(1) - w + 1):
            row.append(float(torch.sum(X[i : i + h, j : j + w] * K)))
        result.append(row)
    return torch.tensor(result)
