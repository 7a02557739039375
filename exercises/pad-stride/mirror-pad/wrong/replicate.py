"""
en: >-
  You repeat the border pixel over and over. That is replicate padding; a mirror shows what lies behind the
  border: 3 2 1 2 3, not 1 1 1 2 3. Check which pixels you copy, or the mode.
zh: >-
  你一遍遍地重复边界像素。那是 replicate 填充；镜子里看到的是边界以内的像素：3 2 1 2 3，而不是 1 1 1 2 3。请检查复制的是哪些像素，或填充的方式。
"""

import torch
from torch.nn import functional as F


def mirror_pad(X, p):
    return F.pad(X[None, None], (p, p, p, p), mode="replicate")[0, 0]
