"""
en: >-
  The image goes on at its other end. That is circular padding, as on a globe; a mirror turns round at the
  border. Check the mode, or negative indices: X[−1] is the last row.
zh: >-
  图像从另一端接着延伸。那是 circular 填充，就像绕地球一圈；镜子则在边界处折返。请检查填充的方式，或者负的下标：X[−1] 是最后一行。
"""

import torch
from torch.nn import functional as F


def mirror_pad(X, p):
    return F.pad(X[None, None], (p, p, p, p), mode="circular")[0, 0]
