r"""
en: >-
  The strips outside are turned the wrong way. A strip of rows is mirrored from top to bottom, so its rows
  change their order; yours has the columns reversed, and the strips of columns have their rows reversed.
  Check the axes of flip: 0 above and below, 1 on the left and the right.
zh: >-
  外侧的条带翻转错了方向。行组成的条带要上下翻转，改变的是行的次序；你却把列颠倒了，而列组成的条带又颠倒了行。请检查 flip 的维度：上下用 0，左右用 1。
look: '^[^#]*\bflip'
"""

import torch


def mirror_pad(X, p):
    H, W = X.shape
    X = torch.cat([X[1 : p + 1].flip(1), X, X[H - p - 1 : H - 1].flip(1)])
    return torch.cat([X[:, 1 : p + 1].flip(0), X, X[:, W - p - 1 : W - 1].flip(0)], 1)
