"""
en: Your gradients pile up. backward() adds to the gradient that is already there, so the weights swing to and fro like a pendulum without friction; a smaller learning rate only slows the swing. Set the gradient to zero before every backward().
zh: 你的梯度在不断累积。backward() 会把新梯度加到已有的梯度上，于是权重像没有摩擦的摆一样来回摆动；减小学习率，也只是摆得慢一些。请在每次 backward() 之前把梯度清零。
look: 'backward[(]'
"""
import torch
from torch import nn


def learn_kernel_bias(X, Y):
    lr, steps = 0.01, 400
    layer = nn.Conv2d(1, 1, kernel_size=(1, 2))
    losses = []
    for _ in range(steps):
        loss = ((layer(X[None, None])[0, 0] - Y) ** 2).sum()
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            for parameter in layer.parameters():
                parameter -= lr * parameter.grad
    return layer.weight.detach().reshape(1, 2), layer.bias.item(), losses
