r"""
en: >-
  F.unfold did the work. The values are right, but gathering the windows is what you are asked to build here.
  Check for F.unfold and nn.Unfold; Tensor.unfold is allowed.
zh: >-
  真正做事的是 F.unfold。数值是对的，但本题要你自己把窗口取出来。请检查 F.unfold 和 nn.Unfold；Tensor.unfold 可以用。
look: '^[^#]*(F\.unfold|functional\.unfold|nn\.Unfold)'
"""

import torch
from torch.nn import functional as F


def im2col(X, h, w):
    return F.unfold(X[None, None], (h, w))[0].t()
