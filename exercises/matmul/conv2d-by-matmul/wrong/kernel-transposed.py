r"""
en: >-
  The kernel is read column by column, the windows row by row. So the numbers of K meet the wrong places of the
  window. Both must be laid out in the same order. Check how K becomes a column: K.reshape(-1, 1) reads it row by
  row.
zh: >-
  卷积核是按列读出的，窗口却是按行读出的。这样 K 的数就与窗口中错误的位置相乘。两者必须按同样的顺序摊平。请检查 K 是怎样变成一列的：K.reshape(-1, 1) 是逐行读出。
look: '^[^#]*\bK\.(t\(\)|T\b|mT\b|transpose\()'
"""

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    A = torch.stack([X[i : i + h, j : j + w].reshape(-1) for i in range(H) for j in range(W)])
    return (A @ K.t().reshape(-1, 1)).reshape(H, W)
