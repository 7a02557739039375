r"""
en: >-
  F.pad refuses to reflect an image with two axes. For all modes but zeros it wants one axis more in front:
  X[None], and [0] afterwards. Check the shape of what you hand to it.
zh: >-
  F.pad 不肯对只有两个维度的图像做镜像填充。除填零以外的方式，它都要求前面再多一个维度：先 X[None]，之后再取 [0]。请检查传给它的形状。
look: '^[^#]*\bpad\('
"""

import torch
from torch.nn import functional as F


def mirror_pad(X, p):
    return F.pad(X, (p, p, p, p), mode="reflect")
