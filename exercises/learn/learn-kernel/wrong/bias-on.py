"""
en: A constant is added to every prediction, and it is never trained. nn.Conv2d has a random bias unless you say bias=False. Here the kernel bends to make up for it, so it misses its target, and the loss cannot fall below 20.4 · bias².
zh: 每个预测值上都加了一个常数，而它从未被训练。不写 bias=False 时，nn.Conv2d 会自带一个随机的偏置。卷积核只好变形来弥补它，因而到不了目标，损失也降不到 20.4 · bias² 以下。
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
            layer.weight -= lr * layer.weight.grad
    return layer.weight.detach().reshape(h, w), losses
