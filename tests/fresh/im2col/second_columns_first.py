# mistake: column-major
# meant: goes down the image first

import torch


def im2col(X, h, w):
    rows = []
    for j in range(X.shape[1] - w + 1):
        for i in range(X.shape[0] - h + 1):
            rows.append(X[i : i + h, j : j + w].reshape(h * w))
    return torch.stack(rows)
