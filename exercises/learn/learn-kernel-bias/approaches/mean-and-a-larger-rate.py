"""
en: Descend on the mean instead of the sum; over 42 outputs the gradient is 42 times smaller, so a rate of 0.4 does almost what 0.01 does for the sum.
zh: 用均值代替总和来下降：输出有 42 个，梯度就小 42 倍，所以学习率 0.4 的效果和总和下的 0.01 差不多。
"""

import torch
import torch.nn.functional as F
from torch import nn


def learn_kernel_bias(X, Y):
    layer = nn.Conv2d(1, 1, kernel_size=(1, 2))
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.4)
    losses = []
    for _ in range(400):
        loss = F.mse_loss(layer(X[None, None])[0, 0], Y)
        losses.append(loss.item() * Y.numel())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return layer.weight.detach().reshape(1, 2), layer.bias.item(), losses
