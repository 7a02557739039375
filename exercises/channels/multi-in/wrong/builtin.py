r"""
en: >-
  F.conv2d does all of it in one call. It wants an axis for the images of a batch in front of X, one for the
  output channels in front of K, and it raises an error by itself if the channel counts differ.
zh: >-
  F.conv2d 一次调用就完成了全部计算。它要求 X 前面有批量维、K 前面有输出通道维；通道数不一致时，它自己就会报错。
accepted: true
look: '^[^#]*\bconv2d\('
"""

import torch
from torch.nn import functional as F


def corr2d_multi_in(X, K):
    return F.conv2d(X[None], K[None])[0, 0]
