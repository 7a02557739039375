# mistake: height-twice
# meant: takes the kernel for square; uses its number of rows for the width too
import torch


def corr2d(X, K):
    k = len(K)                      # kernel size
    n_rows = X.size(0) - k + 1
    n_cols = X.size(1) - k + 1
    result = []
    for r in range(n_rows):
        line = []
        for c in range(n_cols):
            patch = X[r:r + k, c:c + k]
            line.append(torch.sum(patch * K))
        result.append(torch.stack(line))
    return torch.stack(result)
