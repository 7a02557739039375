r"""
en: >-
  weight and bias are not registered. They are plain tensors: parameters(), zero_grad(), optimizers and
  state_dict() never see them, even if they require grad. Check that both are wrapped in nn.Parameter(…).
zh: >-
  weight 和 bias 没有注册。它们只是普通张量：即使带有 requires_grad，parameters()、zero_grad()、优化器和 state_dict() 也看不见它们。请检查两者是否都用 nn.Parameter(…) 包起来了。
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
        self.weight = torch.rand(kernel_size, requires_grad=True)
        self.bias = torch.zeros(1, requires_grad=True)

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
