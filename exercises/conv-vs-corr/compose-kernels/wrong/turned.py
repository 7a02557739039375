"""
en: >-
  Your kernel is right, but turned by half a turn. The answer to a single dot looks like that: cross-correlation
  shows the kernel turned. Flipping both kernels does it too. Check for one flip too many, or one too few: C[0,
  0] is A[0, 0] · B[0, 0].
zh: >-
  你的核数值是对的，但旋转了 180°。用一个点去试，得到的就是这样：互相关显示的是旋转过的核。把两个核都翻转，也会这样。请检查是否多翻转或少翻转了一次：C[0, 0] 应等于 A[0, 0] · B[0, 0]。
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    (a, b), (c, d) = A.shape, B.shape
    C = A.new_zeros(a + c - 1, b + d - 1)
    for i in range(c):
        for j in range(d):
            C[i : i + a, j : j + b] = C[i : i + a, j : j + b] + B[i, j] * A
    return C.flip(0, 1)
