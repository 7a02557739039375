# mistake: mean
# meant: averages over the places of the output instead of summing
import torch


def kernel_grad(X, dY):
    m, n = dY.shape
    h, w = X.shape[0] - m + 1, X.shape[1] - n + 1
    g = X.new_zeros(h, w)
    for a in range(h):
        for b in range(w):
            g[a, b] = (X[a:a+m, b:b+n] * dY).mean()
    return g
