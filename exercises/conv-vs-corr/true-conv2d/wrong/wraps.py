r"""
en: >-
  Your windows wrap around the edge of the image. In Python, X[−1] is the last row, so X[i − a, j − b] reads
  from the other side where an index is negative. Check where i and j begin: with X[i + h − 1 − a, j + w − 1 −
  b] no index falls below 0.
zh: >-
  你的窗口绕到了图像的另一边。在 Python 里，X[−1] 是最后一行，所以下标为负时，X[i − a, j − b] 读到的是另一侧的像素。请检查 i、j 从哪里开始：写成 X[i + h − 1 − a, j + w − 1 − b]，下标就不会小于 0。
look: '\[[^\]]*-'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    h, w = K.shape
    rows = [
        torch.stack([sum(K[a, b] * X[i - a, j - b] for a in range(h) for b in range(w)) for j in range(X.shape[1] - w + 1)])
        for i in range(X.shape[0] - h + 1)
    ]
    return torch.stack(rows)
