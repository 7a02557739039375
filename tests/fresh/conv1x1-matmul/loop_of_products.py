# mistake: one-per-pixel | one-per-channel
# meant: one product per pixel instead of one in all
import torch

def conv1x1(X, K):
    A = K[:, :, 0, 0]
    rows = []
    for i in range(X.shape[1]):
        rows.append(torch.stack([A @ X[:, i, j] for j in range(X.shape[2])], dim=1))
    return torch.stack(rows, dim=1)
