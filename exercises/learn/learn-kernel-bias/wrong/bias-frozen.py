"""
en: The bias you return was never trained. The kernel has settled as well as it can for this bias, and the loss stays at 20.4 times the square of the bias's error. The model needs a bias, and every step must update it as well as the weight.
zh: 你返回的偏置没有经过训练。对于这个偏置，卷积核已经尽力了，损失停在偏置误差平方的 20.4 倍。模型需要偏置，而且每一步都要同时更新权重和偏置。
look: 'bias *= *False|requires_grad(_[(]| *= *)False|[(=n] ?.[a-z_]+[.]weight.[,):]|[.]weight([.]data)? *-='
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
