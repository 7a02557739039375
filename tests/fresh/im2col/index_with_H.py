# mistake: row-length
# meant: the row number is i * (H - h + 1) + j instead of i * (W - w + 1) + j
import torch


def im2col(X, h, w):
    H, W = X.shape
    oh, ow = H - h + 1, W - w + 1
    A = torch.zeros(oh * ow, h * w, dtype=X.dtype)
    for i in range(oh):
        for j in range(ow):
            A[i * oh + j] = X[i:i + h, j:j + w].reshape(h * w)
    return A
