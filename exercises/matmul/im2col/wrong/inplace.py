"""
en: >-
  Your code writes into the image it was given. X belongs to the caller, who may still need it. Compute a new
  tensor instead: X = X * 2 makes one, X *= 2 does not. Check for operations that end in an underscore, for +=
  and its like, and for assignments to X[…].
zh: >-
  你的代码改动了传进来的图像。X 属于调用者，对方可能还要用。请改为计算新的张量：X = X * 2 会新建，X *= 2 则不会。请检查以下划线结尾的方法、+= 一类的运算，以及对 X[…] 的赋值。
"""

import torch


def im2col(X, h, w):
    down, right = X.shape[0] - h + 1, X.shape[1] - w + 1
    rows = [X[i : i + h, j : j + w].reshape(-1) for i in range(down) for j in range(right)]
    A = torch.stack(rows)
    X.zero_()
    return A
