r"""
en: >-
  The bias is not registered, the weight is. A plain tensor is not seen by parameters(), optimizers and
  state_dict(). Check that the bias is wrapped in nn.Parameter(…).
zh: >-
  weight 注册了，bias 却没有。普通张量不会被 parameters()、优化器和 state_dict() 看见。请检查 bias 是否用 nn.Parameter(…) 包起来了。
look: 'self\.bias\s*=(?!.*Parameter)'
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
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = torch.zeros(1)

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
