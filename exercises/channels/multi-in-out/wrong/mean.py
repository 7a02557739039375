r"""
en: >-
  You averaged over the input channels, so the result is too small. Every value is divided by their number; they
  are added up, and that is all. Check for .mean(…) or a division.
zh: >-
  你对输入通道取了平均，所以结果偏小。每个值都被除以了输入通道数；而它们只需相加。请检查是否用了 .mean(…) 或做了除法。
look: '^[^#]*(\bmean\(|/)'
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, k) for k in K]) / X.shape[0]
