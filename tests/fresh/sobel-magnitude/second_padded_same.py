# mistake: padded
# meant: padding=1 keeps the size

import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx = F.conv2d(X[None, None], across[None, None], padding=1)[0, 0]
    gy = F.conv2d(X[None, None], across.t()[None, None], padding=1)[0, 0]
    return torch.sqrt(gx**2 + gy**2)
