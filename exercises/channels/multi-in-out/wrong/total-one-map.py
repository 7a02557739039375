"""
en: >-
  You added up the output channels as well. The sum goes over the input channels only: every K[o] keeps a map
  of its own. Check over which axes you sum.
zh: >-
  你把输出通道也加在了一起。求和只对输入通道进行：每个 K[o] 都保留自己的一张图。请检查是沿哪些维度求和的。
"""

import torch
from torch.nn import functional as F


def corr2d_multi_in_out(X, K):
    return F.conv2d(X[None], K)[0].sum(0, keepdim=True)
