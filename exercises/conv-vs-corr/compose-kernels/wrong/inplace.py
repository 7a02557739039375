r"""
en: >-
  Your code writes into a tensor that it was given. A and B belong to the caller, who may still need them, and
  autograd refuses to change them in place. Check for *=, for operations that end in an underscore and for
  assignments to A[…] or B[…].
zh: >-
  你的代码改动了传进来的张量。A 和 B 属于调用者，对方可能还要用；自动求导也不允许就地修改它们。请检查 *=、以下划线结尾的方法，以及对 A[…]、B[…] 的赋值。
look: '\b[AB](\[[^\]]*\])? *[-+*/]?=[^=]|\b[AB]\S*_\('
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    h, w = B.shape
    B[:] = B.flip(0, 1)
    return F.conv2d(F.pad(A, (w - 1, w - 1, h - 1, h - 1))[None, None], B[None, None])[0, 0]
