"""
en: >-
  For d = 0 the kernel should be [1.]: it leaves every sample as it is. All other orders are right. Check where
  your computation begins: [1.] needs no difference, and d differences follow.
zh: >-
  d = 0 时卷积核应为 [1.]：它使每个采样值保持不变。其余各阶都对。请检查从哪里开始计算：[1.] 不需要差分，之后再做 d 次差分。
"""

import torch
from torch.nn import functional as F


def derivative_kernel(d):
    k = torch.tensor([-1.0, 1.0])
    for _ in range(d - 1):
        k = F.pad(k, (1, 0)) - F.pad(k, (0, 1))
    return k
