r"""
en: >-
  The number of tensor operations grows with the image. The values are right, but somewhere Python visits every
  pixel, every row or every column of the image: in a loop, a comprehension or a recursion. Check what your loops
  run over, and let them run over the h · w entries of K instead.
zh: >-
  张量运算的次数随图像增大。数值是对的，但某处的 Python 代码逐个访问了图像的像素、行或列：可能是循环、推导式或递归。请检查循环的范围，让它只遍历 K 的 h · w 个元素。
look: '^[^#]*\bfor\b.*\bin\b'
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    rows = []
    for i in range(H):
        rows.append(sum(K[a, b] * X[i + a, b : b + W] for a in range(h) for b in range(w)))
    return torch.stack(rows)
