r"""
en: >-
  The gradient reaches X, but not K. The values of K became plain numbers or lost their history: .item(),
  .tolist(), float(…), .detach() and .data all do that. Check every place where K is read.
zh: >-
  梯度传到了 X，却没有传到 K。K 的值变成了普通的数，或丢掉了计算历史：.item()、.tolist()、float(…)、.detach() 和 .data 都会这样。请检查每一处读取 K 的地方。
look: '^[^#]*K[^#]*(\.item\(|\.tolist\(|\.detach\(|\.data\b)|float\(K'
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    return sum(K[a, b].item() * X[a : a + H, b : b + W] for a in range(h) for b in range(w))
