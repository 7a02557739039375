# mistake: no-minus
# meant: types the second kernel by hand and forgets the minus signs of its first row
import torch
import torch.nn.functional as F


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    below = X.new_tensor([[1.0, 2.0, 1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]])
    gx = F.conv2d(X[None, None], across[None, None])[0, 0]
    gy = F.conv2d(X[None, None], below[None, None])[0, 0]
    return torch.hypot(gx, gy)
