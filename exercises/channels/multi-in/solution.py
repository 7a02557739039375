import torch


def corr2d_multi_in(X, K):
    """Shift all channels at once; each kernel entry weighs its own channel, and the channels are added up."""
    channels, height, width = K.shape
    if X.shape[0] != channels:
        raise ValueError(f"X has {X.shape[0]} channels, K has {channels}")
    rows, columns = X.shape[1] - height + 1, X.shape[2] - width + 1
    total = 0
    for down in range(height):
        for right in range(width):
            weights = K[:, down, right].reshape(-1, 1, 1)
            total = total + (weights * X[:, down : down + rows, right : right + columns]).sum(0)
    return total
