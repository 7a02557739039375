"""
en: >-
  Your kernel is too large: rows or columns of zeros are left over. A window of h2 rows, each of which sees h1
  rows, sees h1 + h2 − 1 rows, since neighbours overlap. Check the shape with two 1×1 kernels: their composition
  is 1×1 again.
zh: >-
  你的核太大，多出了全零的行或列。h2 行的窗口，每行又看到 h1 行，合起来只有 h1 + h2 − 1 行，因为相邻的行会重叠。请用两个 1×1 的核检查形状：合成之后仍是 1×1。
look: 'pad'
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    h, w = B.shape
    return F.conv2d(F.pad(A, (w, w, h, h))[None, None], B.flip(0, 1)[None, None])[0, 0]
