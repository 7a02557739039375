import torch


def kernel_grad(X, dY):
    # X: (H, W) image, dY: (m, n) gradient of the loss for Y = corr2d(X, K)
    # returns the gradient of the loss for K, with the shape of K
    ...
