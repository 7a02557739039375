"""
en: >-
  For even d the sign is wrong. The second derivative [−1, 2, −1] is a well-known slip: x² curves upwards, yet
  this kernel gives −2 on it. The number furthest right always counts plus. Check where the alternating signs
  begin.
zh: >-
  d 为偶数时符号反了。把二阶导数写成 [−1, 2, −1] 是常见的错误：x² 向上弯，这个核却给出 −2。最右边的数总是正的。请检查正负交替从哪一端开始。
"""

import math

import torch


def derivative_kernel(d):
    return torch.tensor([(-1.0) ** (i + 1) * math.comb(d, i) for i in range(d + 1)]) if d else torch.ones(1)
