"""
en: Your kernel is the same after 25 steps as after none. The step does not reach the tensor you return; it changes a copy, or nothing at all. Change the kernel itself, in place and under torch.no_grad().
zh: 走了 25 步，你的卷积核和一步没走时一样。更新没有作用到你返回的张量上：改的是副本，或者什么也没改。请在 torch.no_grad() 下就地修改卷积核本身。
look: 'lr[ ]*[*]'
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
        moved = layer.weight - lr * layer.weight.grad
    return layer.weight.detach().reshape(h, w), losses
