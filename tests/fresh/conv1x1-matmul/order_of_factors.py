# mistake: factors-swapped
# meant: the factors are in the wrong order, so that the product is refused or wrong
import torch


def conv1x1(X, K):
    A = X.reshape(X.shape[0], -1)     # ci x HW
    B = K.reshape(K.shape[0], -1)     # co x ci
    return (A @ B).reshape(K.shape[0], X.shape[1], X.shape[2])
