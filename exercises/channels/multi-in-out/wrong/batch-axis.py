"""
en: >-
  Your result has an axis too many in front. The values are right, but X is a single image and no batch. Most
  often this axis was added for F.conv2d. Check the last line: index [0] takes the axis away.
zh: >-
  结果前面多了一个维度。数值是对的，但 X 是一幅图像，不是一个批量。这一维常常是为 F.conv2d 加上的。请检查最后一行：取 [0] 就能去掉它。
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, k) for k in K])[None]
