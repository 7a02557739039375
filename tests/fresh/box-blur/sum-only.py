# mistake: sum
# meant: sums the window and forgets to divide
import torch
import torch.nn.functional as F


def box_blur(X, k):
    kernel = torch.ones(1, 1, k, k)
    return F.conv2d(X[None, None], kernel)[0, 0]
