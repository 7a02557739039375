r"""
en: >-
  Your flip is off by one. Counting back with K[−a, −b] begins at K[0, 0], since −0 is 0, and only then goes to
  the end. Check the index: K[h − 1 − a, w − 1 − b], or K[−1 − a, −1 − b].
zh: >-
  你的翻转差了一格。用 K[−a, −b] 倒着数，起点是 K[0, 0]，因为 −0 就是 0，之后才跳到末尾。请检查下标：应为 K[h − 1 − a, w − 1 − b]，或 K[−1 − a, −1 − b]。
look: 'K\[ *-'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    h, w = K.shape
    rows, columns = X.shape[0] - h + 1, X.shape[1] - w + 1
    return sum(K[-a, -b] * X[a : a + rows, b : b + columns] for a in range(h) for b in range(w))
