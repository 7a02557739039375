"""
en: >-
  Your value is rounded to four decimal places. The statement shows so many for reading only; a rate of 0.0161
  has but three digits left. Check the last line for round().
zh: >-
  你的值被四舍五入到了四位小数。题目里写四位只是为了好读；像 0.0161 这样的学习率只剩三位有效数字。请检查最后一行是否用了 round()。
"""

import torch
import torch.nn.functional as F


def critical_lr(X, h, w, bias):
    A = F.unfold(X.double()[None, None], (h, w))[0].t()
    if bias:
        A = torch.cat([A, A.new_ones(A.shape[0], 1)], 1)
    values = torch.linalg.eigvalsh(2 * A.t() @ A)
    return round(2 / values[-1].item(), 4)
