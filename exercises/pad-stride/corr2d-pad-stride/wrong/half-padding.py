"""
en: >-
  Only half of the padding is added. Some notes count both sides together; here, as in PyTorch, p[0] rows lie
  above and another p[0] below. Check the four numbers of the padding.
zh: >-
  填充只加了一半。有的教材把两侧合在一起计；本题与 PyTorch 一样，上方 p[0] 行，下方还有 p[0] 行。请检查填充的四个数。
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    (top, left), (bottom, right) = (n // 2 for n in p), (n - n // 2 for n in p)
    X = F.pad(X, (left, right, top, bottom))
    return (X.unfold(0, K.shape[0], s[0]).unfold(1, K.shape[1], s[1]) * K).sum((2, 3))
