r"""
en: >-
  On the right, one column too few is added. Most often a slice such as X[:, −p : −1] is behind it: it stops
  before the last column, so it holds p − 1 columns, and for p = 0 it is nearly the whole image. The p columns
  before the border are X[:, −p − 1 : −1]. Check the slice on the right.
zh: >-
  右边少补了一列。多半是写了 X[:, −p : −1] 这样的切片：它到最后一列之前为止，所以只有 p − 1 列，而 p = 0 时几乎是整幅图像。边界之前的 p 列是 X[:, −p − 1 : −1]。请检查右边的切片。
look: '^[^#]*-\s*p\s*:\s*-\s*1'
"""

import torch


def mirror_pad(X, p):
    X = torch.cat([X[1 : p + 1].flip(0), X, X[-p - 1 : -1].flip(0)])
    return torch.cat([X[:, 1 : p + 1].flip(1), X, X[:, -p:-1].flip(1)], 1)
