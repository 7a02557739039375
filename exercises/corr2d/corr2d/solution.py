import torch


def corr2d(X, K):
    """Shift the image once for each kernel entry, and add up the weighted shifts."""
    height, width = K.shape
    rows, columns = X.shape[0] - height + 1, X.shape[1] - width + 1
    total = 0
    for down in range(height):
        for right in range(width):
            total = total + K[down, right] * X[down : down + rows, right : right + columns]
    return total
