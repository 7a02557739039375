"""
en: >-
  Your result holds only 1, 0 and −1. That is right for black and white, but for other values the size of the
  change counts too: 5 to 3 gives 2. Check for sign(), for comparisons and for numbers that are filled in by
  hand.
zh: >-
  你的结果里只有 1、0 和 −1。黑白图像没有问题，但换成别的数值，变化的大小也要算：由 5 到 3 应得 2。请检查是否用了 sign()、大小比较，或手工填入的数。
look: '^[^#]*(sign|[<>]|==|where)'
"""

import torch


def vertical_edges(X):
    left, right = X[:, :-1], X[:, 1:]
    return ((left == 1) & (right == 0)).float() - ((left == 0) & (right == 1)).float()
