# mistake: same-size
# meant: pads so that the size stays

import torch
import torch.nn.functional as F


def box_blur(X, k):
    K = torch.full((1, 1, k, k), 1.0 / (k * k))
    Y = F.conv2d(X.reshape(1, 1, *X.shape), K, padding=k // 2)
    return Y[0, 0]
