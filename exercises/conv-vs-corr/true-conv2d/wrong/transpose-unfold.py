r"""
en: >-
  You transposed the kernel instead of flipping it. K.T exchanges rows and columns and leaves the first entry
  first; a flip reverses the order along both axes. Check the first entry of the turned kernel: it should be the
  last one of K.
zh: >-
  你把卷积核转置了，而不是翻转。K.T 交换行与列，第一个元素仍是第一个；翻转则是把两个轴的次序都倒过来。请检查处理后的核的第一个元素：应当是 K 的最后一个。
look: 'K\.(t\(|T\b|mT\b|transpose|permute)'
"""

import torch
import torch.nn.functional as F


def conv2d(X, K):
    K = K.t()
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((-1, -2))
