"""
en: >-
  You return [1, −2, 1] for every d. That is the second derivative; the first needs two numbers and the third
  four. Check where d enters the computation.
zh: >-
  无论 d 是几，你都返回 [1, −2, 1]。这是二阶导数；一阶需要两个数，三阶需要四个。请检查计算中哪里用到了 d。
"""

import torch


def derivative_kernel(d):
    return torch.tensor([1.0, -2.0, 1.0])
