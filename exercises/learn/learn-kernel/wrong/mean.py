"""
en: You step along the gradient of the mean, not of the sum. The mean of 42 squared errors has a gradient 42 times smaller, so lr = 0.03 barely moves the kernel. Add the squared errors up.
zh: 你用的是平均值的梯度，而不是总和的梯度。42 个误差平方取平均，梯度就小了 42 倍，lr = 0.03 时卷积核几乎不动。请把误差平方加起来。
look: 'mean[(]|mse_loss|MSELoss'
"""
import torch
from torch import nn


def learn_kernel(X, Y, h, w, lr, steps):
    layer = nn.Conv2d(1, 1, kernel_size=(h, w), bias=False)
    losses = []
    for _ in range(steps):
        loss = ((layer(X[None, None])[0, 0] - Y) ** 2).mean()
        layer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            layer.weight -= lr * layer.weight.grad
    return layer.weight.detach().reshape(h, w), losses
