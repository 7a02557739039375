"""
en: Your list holds tensors instead of numbers. A loss that still hangs on its graph keeps every step in memory, and a chart needs plain floats. Record loss.item().
zh: 你的列表里存的是张量，而不是数。还连着计算图的损失会让每一步都留在内存里，画图也需要普通的浮点数。请记录 loss.item()。
look: 'append[(]'
"""
import torch
from torch import nn


def learn_kernel(X, Y, h, w, lr, steps):
    layer = nn.Conv2d(1, 1, kernel_size=(h, w), bias=False)
    losses = []
    for _ in range(steps):
        loss = ((layer(X[None, None])[0, 0] - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        losses.append(loss.detach())
        with torch.no_grad():
            layer.weight -= lr * layer.weight.grad
    return layer.weight.detach().reshape(h, w), losses
