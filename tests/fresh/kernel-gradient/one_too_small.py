# mistake: off-by-one
# meant: takes H - m as the number of kernel rows
import torch


def kernel_grad(X, dY):
    h = X.shape[0] - dY.shape[0]
    w = X.shape[1] - dY.shape[1]
    dK = torch.zeros(h, w, dtype=X.dtype)
    for i in range(dY.shape[0]):
        for j in range(dY.shape[1]):
            dK += dY[i, j] * X[i:i+h, j:j+w]
    return dK
