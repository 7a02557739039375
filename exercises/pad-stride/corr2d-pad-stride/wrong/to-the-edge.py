r"""
en: >-
  Your windows go on to the last row and column of the padded image. There they are smaller than K, and cannot
  be multiplied with it. A window of h rows begins at row H − h at the latest. Check where your loops over the
  windows end.
zh: >-
  你的窗口一直取到填充后图像的最后一行和最后一列。那里的窗口比 K 小，无法与它相乘。h 行的窗口最晚从第 H − h 行开始。请检查遍历窗口的循环在哪里结束。
look: '^[^#]*\brange\('
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    rows, columns = range(0, X.shape[0], s[0]), range(0, X.shape[1], s[1])
    return torch.stack([torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in columns]) for i in rows])
