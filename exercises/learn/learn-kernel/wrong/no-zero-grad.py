"""
en: Your gradients pile up. backward() adds to the gradient that is already there, so each step also repeats all earlier ones, and the loss swings up and down instead of settling. Set the gradient to zero before every backward().
zh: 你的梯度在不断累积。backward() 会把新梯度加到已有的梯度上，于是每一步都把以前的各步再走一遍，损失来回摆动、停不下来。请在每次 backward() 之前把梯度清零。
look: 'backward[(]'
"""
import torch
from torch import nn


def learn_kernel(X, Y, h, w, lr, steps):
    layer = nn.Conv2d(1, 1, kernel_size=(h, w), bias=False)
    losses = []
    for _ in range(steps):
        loss = ((layer(X[None, None])[0, 0] - Y) ** 2).sum()
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            layer.weight -= lr * layer.weight.grad
    return layer.weight.detach().reshape(h, w), losses
