"""
en: Borrows from nn.Conv2d its sliding and its start, numbers of both signs within ±1/√(h·w); only the shape of the weight has to be changed before it is registered.
zh: 借用 nn.Conv2d 的初始值（±1/√(h·w) 之间、有正有负）和它的滑动；只需在登记之前改一下权重的形状。
"""

import torch
import torch.nn.functional as F
from torch import nn


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        start = nn.Conv2d(1, 1, kernel_size)
        self.weight = nn.Parameter(start.weight.detach()[0, 0])
        self.bias = nn.Parameter(start.bias.detach())

    def forward(self, X):
        return F.conv2d(X[None, None], self.weight[None, None], self.bias)[0, 0]
