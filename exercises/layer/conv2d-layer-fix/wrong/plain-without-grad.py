r"""
en: >-
  weight and bias are not registered. They are plain tensors, so parameters(), optimizers and state_dict() never
  see them, and nothing can be learned. Check that both are wrapped in nn.Parameter(…).
zh: >-
  weight 和 bias 没有注册。它们只是普通张量，parameters()、优化器和 state_dict() 都看不见，什么也学不到。请检查两者是否都用 nn.Parameter(…) 包起来了。
look: 'self\.(weight|bias)\s*=(?!.*Parameter)'
"""

import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    rows = range(X.shape[0] - h + 1)
    columns = range(X.shape[1] - w + 1)
    return torch.stack([torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in columns]) for i in rows])


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = torch.rand(kernel_size)
        self.bias = torch.zeros(1)

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
