"""
en: You record only every second loss. The steps are right, but the curve needs one point per step. Append in every pass of the loop.
zh: 你每两步才记录一次损失。每一步都走对了，但曲线需要每步一个点。请在每次循环中都记录。
look: '%[ ]*2'
"""
import torch
from torch import nn


def learn_kernel(X, Y, h, w, lr, steps):
    layer = nn.Conv2d(1, 1, kernel_size=(h, w), bias=False)
    losses = []
    for step in range(steps):
        loss = ((layer(X[None, None])[0, 0] - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        with torch.no_grad():
            layer.weight -= lr * layer.weight.grad
        if (step + 1) % 2 == 0:
            losses.append(loss.item())
    return layer.weight.detach().reshape(h, w), losses
