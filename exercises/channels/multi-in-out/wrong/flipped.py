r"""
en: >-
  You flipped the kernels. That is convolution as mathematicians define it; deep learning slides K as it is.
  Check which entry of K meets X[c, i, j]: it should be K[o, c, 0, 0].
zh: >-
  你把卷积核翻转了。先翻转再滑动，是数学意义上的卷积；深度学习不翻转，直接让 K 滑动。请检查与 X[c, i, j] 相乘的是哪个元素：应当是 K[o, c, 0, 0]。
look: '^[^#]*(\.flip\(|rot90|fliplr|flipud)'
"""

import torch


def corr2d_multi_in(X, K):
    h, w = K.shape[1:]
    H, W = X.shape[1] - h + 1, X.shape[2] - w + 1
    return torch.stack([(X[:, i : i + h, j : j + w] * K).sum() for i in range(H) for j in range(W)]).reshape(H, W)


def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, k.flip(1, 2)) for k in K])
