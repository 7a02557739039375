"""
en: The parameters stay as they are, and F.conv2d does the sliding and adds the bias; it is much faster, and wants axes for batch and channels.
zh: 参数保持不变，滑动和加偏置都交给 F.conv2d；速度快得多，但要补上批量和通道两个轴。
"""

import torch
import torch.nn.functional as F
from torch import nn


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return F.conv2d(x[None, None], self.weight[None, None], self.bias)[0, 0]
