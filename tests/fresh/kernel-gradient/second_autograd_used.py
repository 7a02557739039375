# mistake: autograd
# meant: uses autograd

import torch


def corr2d(X, K):
    h, w = K.shape
    return torch.stack(
        [
            torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in range(X.shape[1] - w + 1)])
            for i in range(X.shape[0] - h + 1)
        ]
    )


def kernel_grad(X, dY):
    h = X.shape[0] - dY.shape[0] + 1
    w = X.shape[1] - dY.shape[1] + 1
    K = torch.zeros(h, w, requires_grad=True)
    L = (corr2d(X, K) * dY).sum()
    L.backward()
    return K.grad
