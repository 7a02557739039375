"""
en: >-
  You put both kernels into one, each at its own corner, and added them. That adds the results of A and B side
  by side; here B is applied to the result of A. Check with [[1, −1]] twice: (x0 − x1) − (x1 − x2) gives 1, −2,
  1.
zh: >-
  你把两个核各放在一角，再加了起来。那是让 A 和 B 并排作用，再把结果相加；而这里 B 作用在 A 的结果上。请用两次 [[1, −1]] 检查：(x0 − x1) − (x1 − x2) 给出 1, −2, 1。
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    (a, b), (c, d) = A.shape, B.shape
    C = A.new_zeros(a + c - 1, b + d - 1)
    C[:a, :b] = A
    C[a - 1 :, b - 1 :] = C[a - 1 :, b - 1 :] + B
    return C
