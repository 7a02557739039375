"""
en: A bias is trained along with your kernel. nn.Conv2d has one unless you say bias=False. On this image it makes the bowl twice as steep, so the limit of the rate falls from 0.0333 to 0.0161, and lr = 0.03 is above it.
zh: 有一个偏置在和你的卷积核一起训练。不写 bias=False 时，nn.Conv2d 会自带偏置。在这幅图像上，它使碗陡了一倍，学习率的临界值从 0.0333 降到 0.0161，而 lr = 0.03 超过了它。
look: 'Conv2d[(]|bias'
"""
import torch
from torch import nn


def learn_kernel(X, Y, h, w, lr, steps):
    layer = nn.Conv2d(1, 1, kernel_size=(h, w))
    losses = []
    for _ in range(steps):
        loss = ((layer(X[None, None])[0, 0] - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            for parameter in layer.parameters():
                parameter -= lr * parameter.grad
    return layer.weight.detach().reshape(h, w), losses
