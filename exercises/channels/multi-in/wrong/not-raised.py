"""
en: >-
  The values are right, but an error is returned or printed instead of raised. Whoever calls your function then
  goes on with it. Check the branch for different numbers of channels: it needs raise ValueError(…), and neither
  return nor print.
zh: >-
  数值是对的，但通道数不同时没有抛出异常，而是返回或打印了什么。调用者就会若无其事地继续往下算。请检查通道数不同的那个分支：要写 raise ValueError(…)，而不是 return 或 print。
"""

import torch
from torch.nn import functional as F


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        print('channels differ')
        return None
    return F.conv2d(X[None], K[None])[0, 0]
