"""
en: Your loop stops too early. The loss is still falling at the last step. Take more steps, or a larger rate below the limit of 0.0161; in the gentlest direction each step of rate lr removes only a share lr · 12 of the error.
zh: 你的循环停得太早。最后一步时，损失还在下降。请多走几步，或在临界值 0.0161 以下取更大的学习率；在最平缓的方向上，学习率为 lr 的一步只消去误差的 lr · 12。
look: 'range[(]|steps|epochs'
"""
import torch
from torch import nn


def learn_kernel_bias(X, Y):
    lr, steps = 0.003, 10
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
