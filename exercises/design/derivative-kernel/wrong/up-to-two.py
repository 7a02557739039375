"""
en: >-
  From d = 3 on you return the kernel of the second derivative. d = 0, 1 and 2 are right, so most often the
  three were written down by hand. Each further order takes one more difference of the kernel before. Check
  what happens for d = 3: four numbers are needed.
zh: >-
  从 d = 3 起，你返回的都是二阶导数的核。d = 0、1、2 是对的，最常见的原因是这三个是手工写出来的。阶数每高一阶，就要对前一个核再做一次差分。请检查 d = 3 时会怎样：需要四个数。
"""

import torch


def derivative_kernel(d):
    return torch.tensor([[1.0], [-1.0, 1.0], [1.0, -2.0, 1.0]][min(d, 2)])
