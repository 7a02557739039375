r"""
en: >-
  You flipped the kernel. That is convolution as mathematicians define it. Deep learning slides K as it is: this
  is cross-correlation. Check the order in which K becomes a column: its first number is K[0, 0].
zh: >-
  你把卷积核翻转了。先翻转再滑动，是数学意义上的卷积；深度学习不翻转，直接让 K 滑动，这叫互相关。请检查 K 变成一列时的顺序：第一个数应当是 K[0, 0]。
look: '^[^#]*(\.flip\(|rot90|fliplr|flipud)'
"""

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    A = torch.stack([X[i : i + h, j : j + w].reshape(-1) for i in range(H) for j in range(W)])
    return (A @ K.flip(0, 1).reshape(-1, 1)).reshape(H, W)
