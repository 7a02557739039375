"""
en: >-
  The last windows are missing. A kernel of h rows fits into H rows at H − h + 1 places, not H − h: count the
  places, not the steps between them. Check the number of rows of the matrix.
zh: >-
  少了最后的窗口。h 行的卷积核在 H 行中有 H − h + 1 个位置可放，而不是 H − h 个：要数的是位置，而不是移动的步数。请检查矩阵的行数。
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    rows = []
    for i in range(H - h):
        for j in range(W - w):
            sheet = K.new_zeros(H, W)
            sheet[i : i + h, j : j + w] = K
            rows.append(sheet.reshape(-1))
    return torch.stack(rows)
