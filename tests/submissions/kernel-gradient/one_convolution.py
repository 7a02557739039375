# passes 10
import torch.nn.functional as F


def kernel_grad(X, dY):
    return F.conv2d(X[None, None], dY[None, None])[0, 0]
