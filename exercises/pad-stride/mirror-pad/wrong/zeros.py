"""
en: >-
  You added zeros. That is the padding of most layers; here the new pixels come from the image itself. Check the
  mode, or how the border is filled.
zh: >-
  你填充的是零。大多数层都这样填充，但这里新增的像素要取自图像本身。请检查填充的方式，或边缘是怎样填上的。
"""

import torch
from torch.nn import functional as F


def mirror_pad(X, p):
    return F.pad(X, (p, p, p, p))
