import torch


def conv1x1(X, K):
    """Channels as rows, pixels as columns: the kernel is the matrix that mixes the rows."""
    mix = K.flatten(1)
    return (mix @ X.flatten(1)).unflatten(1, X.shape[1:])
