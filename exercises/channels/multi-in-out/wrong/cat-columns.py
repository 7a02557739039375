r"""
en: >-
  Your maps lie side by side in one wide map. torch.cat glues tensors along an axis that exists already; here a
  new axis is needed, one step for each output channel. Check for torch.cat: torch.stack makes the new axis.
zh: >-
  各张图左右相接，成了一张很宽的图。torch.cat 沿已有的维度拼接；这里需要一个新的维度，每个输出通道占一格。请检查 torch.cat：能产生新维度的是 torch.stack。
look: '^[^#]*\b(cat|concat|concatenate|hstack)\('
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return torch.cat([corr2d_multi_in(X, k) for k in K], 1)
