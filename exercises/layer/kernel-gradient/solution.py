import torch


def kernel_grad(X, dY):
    """Each entry of K collects, from every place, the pixel it met there times what Y wants."""
    m, n = dY.shape
    h, w = X.shape[0] - m + 1, X.shape[1] - n + 1
    entries = [(X[a : a + m, b : b + n] * dY).sum() for a in range(h) for b in range(w)]
    return torch.stack(entries).reshape(h, w)
