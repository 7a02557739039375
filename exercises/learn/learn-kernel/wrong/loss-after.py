"""
en: Your losses are measured after the step. The steps are right, but the first point of the curve should show the kernel you started with. Compute the loss once, record it, then step.
zh: 你的损失是在更新之后测量的。每一步都走对了，但曲线的第一个点应当反映最初的卷积核。请先算损失、记录下来，再更新。
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
        with torch.no_grad():
            layer.weight -= lr * layer.weight.grad
            losses.append(((layer(X[None, None])[0, 0] - Y) ** 2).sum().item())
    return layer.weight.detach().reshape(h, w), losses
