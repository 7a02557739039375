# named autograd
import torch.nn as nn


def kernel_grad(X, dY):
    size = X.shape[0] - dY.shape[0] + 1, X.shape[1] - dY.shape[1] + 1
    layer = nn.Conv2d(1, 1, size, bias=False)
    layer(X[None, None]).backward(dY[None, None])
    return layer.weight.grad[0, 0]
