# mistake: float32-out
# meant: fills a float32 buffer, so float64 is lost
import torch


def im2col(X, h, w):
    oh = X.shape[0] - h + 1
    ow = X.shape[1] - w + 1
    A = torch.zeros((oh * ow, h * w))
    k = 0
    for i in range(oh):
        for j in range(ow):
            A[k] = X[i:i+h, j:j+w].reshape(-1)
            k += 1
    return A
