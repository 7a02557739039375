"""
en: >-
  The values are right, but no matrix product ran. Multiplying element by element and summing over the channels
  does the same arithmetic, but not as one product. Check that the last step multiplies a (co, ci) matrix by a
  (ci, H·W) matrix with @.
zh: >-
  数值是对的，但没有执行矩阵乘法。逐元素相乘再对通道求和，算的是同样的东西，却不是一次矩阵乘法。请确认最后一步是用 @ 把 (co, ci) 的矩阵与 (ci, H·W) 的矩阵相乘。
"""

import torch


def conv1x1(X, K):
    return (K * X).sum(1)
