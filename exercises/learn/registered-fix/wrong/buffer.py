"""
en: >-
  Your tensors are registered as buffers, not as parameters. A buffer is saved and moved with the layer, such as
  a running mean, but parameters() does not list it: no optimizer trains it, and zero_grad() passes it by. Check
  for register_buffer and nn.Buffer.
zh: >-
  你的张量注册成了缓冲区，而不是参数。缓冲区会随层一起保存和移动，例如滑动平均值；但 parameters() 里没有它：优化器不训练它，zero_grad() 也会略过它。请检查 register_buffer 和 nn.Buffer。
look: '[bB]uffer'
"""

import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    rows, columns = X.shape[0] - h + 1, X.shape[1] - w + 1
    return sum(K[a, b] * X[a : a + rows, b : b + columns] for a in range(h) for b in range(w))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.register_buffer("weight", torch.rand(kernel_size, requires_grad=True))
        self.register_buffer("bias", torch.zeros(1, requires_grad=True))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias
