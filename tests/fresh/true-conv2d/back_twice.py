# mistake: flip-both
# meant: flips the image and the kernel and flips nothing back
import torch
import torch.nn.functional as F


def conv2d(X, K):
    X = X.flip(0, 1)
    K = K.flip(0, 1)
    return F.conv2d(X[None, None], K[None, None])[0, 0]
