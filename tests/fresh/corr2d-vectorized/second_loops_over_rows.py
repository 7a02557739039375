# mistake: row-loop
# meant: loops over the rows of the image

import torch


def corr2d(X, K):
    h, w = K.shape
    rows = []
    for i in range(X.shape[0] - h + 1):
        strip = X[i : i + h].unfold(1, w, 1)  # h, W', w
        rows.append((strip * K[:, None, :]).sum(dim=(0, 2)))
    return torch.stack(rows)
