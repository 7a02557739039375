"""
en: The view of all windows replaces both loops in forward; autograd follows the view back to x, so the layer learns as before.
zh: forward 里用全部窗口的视图代替两层循环；自动求导会沿视图传回 x，所以这一层照样能学习。
"""

import torch
from torch import nn


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        h, w = self.weight.shape
        windows = x.unfold(0, h, 1).unfold(1, w, 1)
        return torch.einsum("ijab,ab->ij", windows, self.weight) + self.bias
