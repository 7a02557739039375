# mistake: bias-not-added
# meant: registers both but forgets to add the bias in forward
import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    rows, columns = X.shape[0] - h + 1, X.shape[1] - w + 1
    return sum(K[a, b] * X[a : a + rows, b : b + columns] for a in range(h) for b in range(w))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight)
