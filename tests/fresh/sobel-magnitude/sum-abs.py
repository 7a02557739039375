# mistake: l1
# meant: adds the absolute values of the two instead of taking the length
import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    gx = F.conv2d(X[None, None], across[None, None])[0, 0]
    down = across.T
    gy = F.conv2d(X[None, None], down[None, None])[0, 0]
    return gx.abs() + gy.abs()
