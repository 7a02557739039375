r"""
en: >-
  Your kernel lost an axis of size 1. squeeze() takes away every axis of size 1, not only batch and channel: a
  kernel of one row then is no matrix any more. Check for squeeze without an argument: [0, 0] takes off exactly
  the first two axes.
zh: >-
  你的核少了大小为 1 的轴。squeeze() 会去掉所有大小为 1 的轴，而不只是批量轴和通道轴：只有一行的核就不再是矩阵了。请检查没有参数的 squeeze：[0, 0] 只去掉最前面的两个轴。
look: 'squeeze\(\)'
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    return F.conv_transpose2d(A[None, None], B[None, None]).squeeze()
