# mistake: none
# meant: moves depth and height with the same index
import torch


def corr3d(X, K):
    d, h, w = K.shape
    shape = [a - b + 1 for a, b in zip(X.shape, K.shape)]
    Y = torch.zeros(shape, dtype=X.dtype)
    for t in range(shape[0]):
        for i in range(shape[1]):
            for j in range(shape[2]):
                Y[t, i, j] = torch.sum(X[t:t + d, t:t + h, j:j + w][:, :h] * K) if t + h <= X.shape[1] else 0
    return Y
