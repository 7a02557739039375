r"""
en: >-
  You added the two kernels. That adds the results of A and B side by side; here B is applied to the result of
  A. Check with [[1, −1]] twice: (x0 − x1) − (x1 − x2) has three terms.
zh: >-
  你把两个核加了起来。那是让 A 和 B 并排作用，再把结果相加；而这里 B 作用在 A 的结果上。请用两次 [[1, −1]] 检查：(x0 − x1) − (x1 − x2) 有三项。
look: 'A *\+ *B'
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    return A + B
