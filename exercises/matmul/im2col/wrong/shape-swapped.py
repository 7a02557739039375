r"""
en: >-
  The windows are cut anew into h · w rows. The numbers stand in the right order, window after window, but
  reshape gave them the shape of the transpose, so numbers of different windows share a row. Check the last
  reshape: each row takes h · w numbers, as in reshape(-1, h * w).
zh: >-
  各窗口的数被重新切成了 h · w 行。数的先后顺序没错，一个窗口接一个窗口，但 reshape 给的是转置后的形状，于是一行里混着不同窗口的数。请检查最后的 reshape：每行应有 h · w 个数，例如 reshape(-1, h * w)。
look: '(reshape|view)\('
"""

import torch


def im2col(X, h, w):
    return X.unfold(0, h, 1).unfold(1, w, 1).reshape(h * w, -1)
