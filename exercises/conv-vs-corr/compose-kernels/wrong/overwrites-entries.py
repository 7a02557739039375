r"""
en: >-
  Your copies of A overwrite each other. Where two of them overlap, the later one is all that remains, but there
  the products have to be added. Check for = where += is meant.
zh: >-
  你的各份 A 互相覆盖了。两份重叠的地方只剩下后写入的那一份，而那里的乘积应当相加。请检查是否把 += 写成了 =。
look: '\] *= '
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    (a, b), (c, d) = A.shape, B.shape
    C = A.new_zeros(a + c - 1, b + d - 1)
    for p in range(a):
        for q in range(b):
            for i in range(c):
                for j in range(d):
                    C[p + i, q + j] = A[p, q] * B[i, j]
    return C
