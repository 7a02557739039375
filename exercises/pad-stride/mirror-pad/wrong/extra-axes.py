r"""
en: >-
  Your result has more than two axes. The pixels are right, but an image has rows and columns only. Most often the
  axes in front are those that F.pad asks for. Check the last line: [0] takes one of them away, [0, 0] takes two.
zh: >-
  结果多于两个维度。像素都对，但图像只有行和列两维。前面多出来的常常是 F.pad 要求的那几维。请检查最后一行：[0] 去掉一维，[0, 0] 去掉两维。
look: '^[^#]*\bpad\('
"""

import torch
from torch.nn import functional as F


def mirror_pad(X, p):
    return F.pad(X[None, None], (p, p, p, p), mode="reflect")
