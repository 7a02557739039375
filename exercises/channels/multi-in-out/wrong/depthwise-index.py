"""
en: >-
  Each output channel looks at a single input channel. That is a depthwise convolution. Here every stack K[o]
  has a kernel for each input channel, and the results of all of them are added up. Check the indices of X and
  of K: a sum over c is missing.
zh: >-
  每个输出通道只看了一个输入通道。这是逐通道（depthwise）卷积。本题中每组 K[o] 对每个输入通道各有一个核，各个结果要加起来。请检查 X 和 K 的下标：缺少对 c 的求和。
"""

import torch
from torch.nn import functional as F


def corr2d_multi_in_out(X, K):
    return torch.stack([F.conv2d(X[None, o, None], K[o, o][None, None])[0, 0] for o in range(K.shape[0])])
