"""
en: Your bias is not trained. The kernel has settled as well as it can for the bias it got, and the loss stays at 20.4 times the square of the bias's error. Update every parameter, not the weight alone.
zh: 你的偏置没有被训练。对于这个偏置，卷积核已经尽力了，损失停在偏置误差平方的 20.4 倍。请更新所有参数，而不只是权重。
look: 'weight|parameters'
"""
import torch
from torch import nn


def learn_kernel_bias(X, Y):
    lr, steps = 0.01, 400
    layer = nn.Conv2d(1, 1, kernel_size=(1, 2))
    losses = []
    for _ in range(steps):
        loss = ((layer(X[None, None])[0, 0] - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            for parameter in [layer.weight]:
                parameter -= lr * parameter.grad
    return layer.weight.detach().reshape(1, 2), layer.bias.item(), losses
