"""
en: >-
  F.conv2d cannot read your tensors: axes are missing in front. It asks for an image of shape (batch, channels,
  H, W) and a kernel of shape (out, in, h, w), four axes each. Check both before the call: X[None, None] adds
  two.
zh: >-
  F.conv2d 读不了你的张量：前面缺少轴。它要求图像的形状为（批量、通道、H、W），卷积核的形状为（输出、输入、h、w），各四个轴。请在调用前检查两者：X[None, None] 会加上两个轴。
look: 'conv'
"""

import torch


def vertical_edges(X):
    return torch.conv2d(X, torch.tensor([[[[1.0, -1.0]]]]))
