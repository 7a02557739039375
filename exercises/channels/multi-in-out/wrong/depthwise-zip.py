"""
en: >-
  The first output channel looks at the first input channel only, the second at the second, and so on. That is
  a depthwise convolution, and it ends with the smaller number of channels. Every stack K[o] has a kernel for
  each input channel, and their results are added up. Check the loop: each K[o] needs all of X.
zh: >-
  第一个输出通道只看第一个输入通道，第二个只看第二个，依此类推。这是逐通道（depthwise）卷积，而且到较少的那个通道数就结束了。每组 K[o] 对每个输入通道各有一个核，各个结果要加起来。请检查循环：每个 K[o] 都要用到整个 X。
"""

import torch
from torch.nn import functional as F


def corr2d_multi_in_out(X, K):
    return torch.stack([F.conv2d(x[None, None], k[o][None, None])[0, 0] for o, (x, k) in enumerate(zip(X, K))])
