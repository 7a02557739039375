"""
en: >-
  You return [−1, 1] for every d. That is the first derivative; each further order takes one more difference of
  what you have. Check where d enters the computation.
zh: >-
  无论 d 是几，你都返回 [−1, 1]。这是一阶导数；阶数每高一阶，就要对已有的结果再做一次差分。请检查计算中哪里用到了 d。
"""

import torch


def derivative_kernel(d):
    return torch.tensor([-1.0, 1.0])
