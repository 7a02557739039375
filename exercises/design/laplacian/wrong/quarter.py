"""
en: >-
  Your kernel gives only a quarter of what it should. On x² it gives 0.5 instead of 2. That happens when the
  kernel is scaled to have −1 in the middle: right for comparing a pixel with the mean of its neighbours, but not
  for a derivative. Check the factor in front.
zh: >-
  你的卷积核给出的结果只有应有值的四分之一。它在 x² 上给出 0.5，而不是 2。把中心缩放成 −1 就会这样：那适合把一个像素与邻居的平均值相比较，却不是导数。请检查整体的倍数。
"""

import torch


def laplacian_kernel():
    return torch.tensor([[0.0, 0.25, 0.0], [0.25, -1.0, 0.25], [0.0, 0.25, 0.0]])
