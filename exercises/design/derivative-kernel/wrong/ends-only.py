"""
en: >-
  You compare the two ends and leave out what lies between. That is a first derivative, d times as strong: on
  x it gives d. Each order takes a difference of differences: (c − b) − (b − a). Check the numbers between the
  two ends.
zh: >-
  你只比较了两端，漏掉了中间的数。这是一阶导数的 d 倍：对 x 给出 d。阶数每高一阶，就要对差再求差：(c − b) − (b − a)。请检查两端之间的那些数。
"""

import torch


def derivative_kernel(d):
    kernel = torch.zeros(d + 1)
    kernel[0] = -1.0
    kernel[d] = 1.0
    return kernel
