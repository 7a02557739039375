import torch


def corr2d(X, K):
    """Each entry of K meets one shifted part of X, as large as Y."""
    h, w = K.shape
    height, width = X.shape[0] - h + 1, X.shape[1] - w + 1
    Y = X.new_zeros(height, width)
    for a in range(h):
        for b in range(w):
            Y = Y + K[a, b] * X[a : a + height, b : b + width]
    return Y
