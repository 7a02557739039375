# mistake: one-per-row
# meant: one product for each output row

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    k = K.reshape(-1)
    lines = []
    for i in range(X.shape[0] - h + 1):
        A = torch.stack([X[i : i + h, j : j + w].reshape(-1) for j in range(X.shape[1] - w + 1)])
        lines.append(A @ k)
    return torch.stack(lines)
