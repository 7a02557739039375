r"""
en: >-
  The gradient reaches A, but not B. Both kernels are learned, so both need it, and here B was turned into plain
  numbers or copied without its history. Check how the entries of B are read: B[i, j] keeps the history, B[i,
  j].item() does not.
zh: >-
  梯度传到了 A，却没有传到 B。两个核都要学习，所以都需要梯度；而这里 B 被变成了普通的数，或者被复制时丢掉了计算历史。请检查是怎样读取 B 的元素的：B[i, j] 保留历史，B[i, j].item() 则不会。
look: 'B[^#]*(tolist|item|detach|\.data)|torch\.tensor'
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    (a, b), (c, d) = A.shape, B.shape
    C = A.new_zeros(a + c - 1, b + d - 1)
    for i in range(c):
        for j in range(d):
            C[i : i + a, j : j + b] = C[i : i + a, j : j + b] + B[i, j].item() * A
    return C
