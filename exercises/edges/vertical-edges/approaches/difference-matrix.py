"""
en: Each column of D holds 1 and below it −1, so multiplying from the right compares neighbours in every row; a matrix of W·(W − 1) numbers for two that matter.
zh: D 的每一列是 1 和它下面的 −1，右乘 D 就是在每一行比较相邻像素；为两个有用的数要存 W·(W − 1) 个数。
"""

import torch


def vertical_edges(X):
    one = torch.eye(X.shape[1], dtype=X.dtype)
    D = one[:, :-1] - one[:, 1:]
    return X @ D
