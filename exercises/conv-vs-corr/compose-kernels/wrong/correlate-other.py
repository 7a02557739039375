"""
en: >-
  You correlated A with B, instead of convolving them. B[i, j] looks i rows further down, so it brings a copy of
  A that is shifted down by i, not up. Check with [[1, 2]] and [[1, 3]]: the answer is [[1, 5, 6]].
zh: >-
  你对 A 和 B 做的是互相关，而不是卷积。B[i, j] 看的是往下 i 行的地方，所以它带来的是向下平移 i 行的 A，而不是向上。请用 [[1, 2]] 和 [[1, 3]] 检查：答案是 [[1, 5, 6]]。
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    (a, b), (c, d) = A.shape, B.shape
    C = A.new_zeros(a + c - 1, b + d - 1)
    for i in range(c):
        for j in range(d):
            C[i : i + a, j : j + b] = C[i : i + a, j : j + b] + B[i, j] * A.flip(0, 1)
    return C
