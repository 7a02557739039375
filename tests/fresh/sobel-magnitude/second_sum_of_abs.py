# mistake: l1
# meant: adds the absolute values

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    kx = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx = F.conv2d(X[None, None], kx[None, None])[0, 0]
    gy = F.conv2d(X[None, None], kx.T[None, None])[0, 0]
    return gx.abs() + gy.abs()
