# mistake: divide-k
# meant: divides by k, not by k squared

import torch
import torch.nn.functional as F


def box_blur(X, k):
    kernel = torch.ones(k, k) / k
    return F.conv2d(X[None, None], kernel[None, None])[0, 0]
