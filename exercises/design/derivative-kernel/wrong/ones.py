"""
en: >-
  The signs alternate, but the sizes are missing. 1, −1, 1 adds up to 1, so a constant does not give 0. The
  middle counts twice in the second difference: (c − b) − (b − a) = a − 2b + c. Check the numbers between the
  two ends.
zh: >-
  正负号是交替的，但系数的大小不对。1, −1, 1 之和为 1，对常数的结果就不是 0。二阶差分中间的数要算两次：(c − b) − (b − a) = a − 2b + c。请检查两端之间的那些数。
"""

import torch


def derivative_kernel(d):
    return torch.tensor([(-1.0) ** (d - i) for i in range(d + 1)])
