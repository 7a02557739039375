# mistake: mean
import torch


def corr2d(X, K):
    h, w = K.shape
    rows = []
    for i in range(X.shape[0] - h + 1):
        row = []
        for j in range(X.shape[1] - w + 1):
            patch = X[i:i + h, j:j + w] * K
            row.append(patch.sum() / patch.numel())
        rows.append(torch.stack(row))
    return torch.stack(rows)
