"""
en: >-
  Your tensor has one column less than it should. Most often it is Y, the result of corr2d, that is returned.
  The image X itself is asked for, with n rows and n columns. Check what stands behind return.
zh: >-
  你的张量少了一列。最常见的原因是返回了 corr2d 的结果 Y。题目要的是图像 X 本身，n 行 n 列。请检查 return 后面是什么。
"""

import torch


def counterexample(n):
    X = torch.ones(n, n).triu()
    return X[:, :-1] - X[:, 1:]
