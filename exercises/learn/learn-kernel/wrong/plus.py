"""
en: You walk up the hill. The gradient points to where the loss grows fastest, so adding lr × gradient makes it larger at every step. Subtract it.
zh: 你在往山上走。梯度指向损失增长最快的方向，加上 lr × 梯度，损失每一步都会变大。请改为减去它。
look: '[+]=|[+][ ]*lr'
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
        losses.append(loss.item())
        with torch.no_grad():
            layer.weight += lr * layer.weight.grad
    return layer.weight.detach().reshape(h, w), losses
