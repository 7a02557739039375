"""
en: The learning rate is too large once there is a bias. Choose one below 0.0161. Along the steepest direction λ is 124.3, and each step multiplies the error there by |1 − lr · 124.3|, which is above 1; without the bias λ was 60, and 0.03 was just safe.
zh: 加入偏置后，学习率就太大了。请选择小于 0.0161 的值。在最陡的方向上 λ 为 124.3，每一步都把那里的误差乘以 |1 − lr · 124.3|，它大于 1；不带偏置时 λ 为 60，0.03 刚好安全。
look: '(^|[ (,])(lr|rate|learning_rate|eta)[ ,=].*[0-9]'
"""
import torch
from torch import nn


def learn_kernel_bias(X, Y):
    lr, steps = 0.03, 400
    layer = nn.Conv2d(1, 1, kernel_size=(1, 2))
    losses = []
    for _ in range(steps):
        loss = ((layer(X[None, None])[0, 0] - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            for parameter in layer.parameters():
                parameter -= lr * parameter.grad
    return layer.weight.detach().reshape(1, 2), layer.bias.item(), losses
