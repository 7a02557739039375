"""
en: >-
  Your kernel is too small. It has to see everything that both kernels see one after the other: h1 + h2 − 1 rows
  and w1 + w2 − 1 columns. Check the shape, and with it the padding before you slide one kernel over the other.
zh: >-
  你的核太小。它要看到两个核先后看到的全部像素：h1 + h2 − 1 行、w1 + w2 − 1 列。请检查形状，以及让一个核在另一个上滑动之前做了多少填充。
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    return F.conv2d(A[None, None], B[None, None]).squeeze()
