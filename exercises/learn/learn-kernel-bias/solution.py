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
            for parameter in layer.parameters():
                parameter -= lr * parameter.grad
    return layer.weight.detach().reshape(1, 2), layer.bias.item(), losses
