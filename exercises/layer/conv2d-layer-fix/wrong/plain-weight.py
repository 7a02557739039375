r"""
en: >-
  The weight is not registered, the bias is. A plain tensor is not seen by parameters(), optimizers and
  state_dict(), even if it requires grad. Check that the weight is wrapped in nn.Parameter(…).
zh: >-
  bias 注册了，weight 却没有。普通张量即使带有 requires_grad，parameters()、优化器和 state_dict() 也看不见。请检查 weight 是否用 nn.Parameter(…) 包起来了。
look: 'self\.weight\s*=(?!.*Parameter)'
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
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
