r"""
en: >-
  You left out every second pair of neighbours. The window moves on by one pixel, not by its own width: 0 with
  1, then 1 with 2, then 2 with 3. Check the step of your slices or of your loop.
zh: >-
  你每隔一对漏掉了一对邻居。窗口每次移动一个像素，而不是移动自己的宽度：先是 0 与 1，然后 1 与 2，再是 2 与 3。请检查切片或循环的步长。
look: '^[^#]*(::\s*2|,\s*2\s*\)|stride)'
"""

import torch


def vertical_edges(X):
    n = X.shape[1] // 2 * 2
    return X[:, 0:n:2] - X[:, 1:n:2]
