# mistake: mean
# meant: divides by the number of places

import torch
import torch.nn.functional as F


def kernel_grad(X, dY):
    g = F.conv2d(X[None, None], dY[None, None])[0, 0]
    return g / dY.numel()
