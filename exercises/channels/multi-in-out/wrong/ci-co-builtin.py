"""
en: >-
  You took the second axis of K for the output channels. K has the shape (co, ci, h, w): K[o] is the stack for
  output channel o, K[:, c] belongs to input channel c. Check which axis your loop goes along.
zh: >-
  你把 K 的第二维当成了输出通道。K 的形状是 (co, ci, h, w)：K[o] 是输出通道 o 的那一组核，K[:, c] 对应输入通道 c。请检查循环走的是哪一维。
"""

import torch
from torch.nn import functional as F


def corr2d_multi_in_out(X, K):
    return F.conv2d(X[None], K.transpose(0, 1))[0]
