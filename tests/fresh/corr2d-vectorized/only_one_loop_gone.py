# mistake: row-loop
# meant: one loop over the rows of the image is left
import torch


def corr2d(X, K):
    h, w = K.shape
    lines = []
    for i in range(X.shape[0] - h + 1):
        band = X[i:i + h].unfold(1, w, 1)          # (h, W', w)
        lines.append((band * K[:, None, :]).sum((0, 2)))
    return torch.stack(lines)
