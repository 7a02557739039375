r"""
en: >-
  A window that just fits is left out. Where no part of a step is left over, Y lacks its last row or column;
  everywhere else it is right. Most often a range ends at H − h instead of H − h + 1. Check where your loops
  over the windows end.
zh: >-
  恰好放得下的最后一个窗口被漏掉了。步幅正好除尽时，Y 少了最后一行或一列；其他情形都对。多半是 range 到 H − h 为止，而不是到 H − h + 1。请检查遍历窗口的循环在哪里结束。
look: '^[^#]*\brange\('
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    rows, columns = (range(0, X.shape[a] - K.shape[a], s[a]) for a in (0, 1))
    return torch.stack([torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in columns]) for i in rows])
