# mistake: sign
# meant: flips the kernel first because a convolution flips it, so the signs are the other way round
import torch
import torch.nn.functional as F


def vertical_edges(X):
    K = torch.tensor([[1.0, -1.0]])
    K = torch.flip(K, [0, 1])      # convolution = flip the kernel
    out = F.conv2d(X.reshape(1, 1, *X.shape), K.reshape(1, 1, 1, 2))
    return out.squeeze(0).squeeze(0)
