"""
en: >-
  Only two of the four sides were extended, above and on the left. The mirror stands on every side, so the image
  grows by 2p in both directions. Check the other end of each axis.
zh: >-
  四条边中只扩展了两条：上边和左边。每一侧都有镜子，所以两个方向都要增大 2p。请检查每个维度的另一端。
"""

import torch


def mirror_pad(X, p):
    X = torch.cat([X[1 : p + 1].flip(0), X])
    return torch.cat([X[:, 1 : p + 1].flip(1), X], 1)
