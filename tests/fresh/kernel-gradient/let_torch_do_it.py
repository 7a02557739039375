# mistake: autograd
# meant: lets autograd do it
import torch
import torch.nn.functional as F


def kernel_grad(X, dY):
    K = torch.zeros(X.shape[0] - dY.shape[0] + 1, X.shape[1] - dY.shape[1] + 1, dtype=X.dtype, requires_grad=True)
    Y = F.conv2d(X[None, None], K[None, None])[0, 0]
    Y.backward(dY)
    return K.grad
