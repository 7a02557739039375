# mistake: full
# meant: pads dY and correlates: full convolution, the shape of the kernel is wrong
import torch
import torch.nn.functional as F


def kernel_grad(X, dY):
    H, W = X.shape
    m, n = dY.shape
    out = F.conv2d(X[None, None], dY[None, None], padding=(m - 1, n - 1))
    return out[0, 0]
