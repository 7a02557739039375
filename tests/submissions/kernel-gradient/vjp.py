# named autograd
import torch.nn.functional as F


def kernel_grad(X, dY):
    size = X.shape[0] - dY.shape[0] + 1, X.shape[1] - dY.shape[1] + 1
    _, pull = torch.func.vjp(lambda K: F.conv2d(X[None, None], K[None, None])[0, 0], torch.zeros(size))
    return pull(dY)[0]
