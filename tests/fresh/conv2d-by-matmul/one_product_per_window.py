# mistake: loop-of-dots
# meant: one small matrix product for each window
import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    k = K.reshape(-1, 1)
    out = []
    for i in range(X.shape[0] - h + 1):
        row = []
        for j in range(X.shape[1] - w + 1):
            row.append((X[i:i+h, j:j+w].reshape(1, -1) @ k).squeeze())
        out.append(torch.stack(row))
    return torch.stack(out)
