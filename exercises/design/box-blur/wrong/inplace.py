"""
en: >-
  Your code writes into the image it was given. X belongs to the caller, who may still need it, and autograd
  refuses to change it in place. Compute a new tensor instead: X / 4 makes one, X /= 4 does not. Check for
  operations that end in an underscore, for /= and +=, and for assignments to X[…].
zh: >-
  你的代码改动了传进来的图像。X 属于调用者，对方可能还要用；自动求导也不允许就地修改它。请改为计算新的张量：X / 4 会新建，X /= 4 则不会。请检查以下划线结尾的方法、/= 和 += 一类的运算，以及对 X[…] 的赋值。
"""

import torch


def box_blur(X, k):
    down, right = X.shape[0] - k + 1, X.shape[1] - k + 1

    X /= k**2
    return sum(X[a : a + down, b : b + right] for a in range(k) for b in range(k))
