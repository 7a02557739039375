"""
en: >-
  Your window jumps by its whole length. The stride is 1: the next window begins one number further, so
  neighbouring windows overlap. Check the step of your loop.
zh: >-
  窗口一跳就是它的整个长度。步幅是 1：下一个窗口只向后移一个数，所以相邻的窗口互相重叠。请检查循环的步长。
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    return torch.stack([(x[i : i + m] * k).sum() for i in range(0, n - m + 1, m)])
