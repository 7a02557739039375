"""
en: >-
  Your result only tells where neighbours differ: 1 if they do, 0 if not. The size and the sign of the change
  count too: 5 to 3 gives 2, and 0 to 1 gives −1. Check for a comparison: here the neighbours are subtracted.
zh: >-
  你的结果只说明相邻像素是否不同：不同为 1，相同为 0。变化的大小和符号也要算：由 5 到 3 得 2，由 0 到 1 得 −1。请检查是否用了比较：这里要的是相减。
"""

import torch


def vertical_edges(X):
    return (X[:, :-1] != X[:, 1:]).to(X.dtype)
