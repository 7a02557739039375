"""
en: >-
  The last place along the depth is missing; height and width are right. A kernel of depth d fits into D
  slices at D − d + 1 places, not D − d. Check how many slices Y has.
zh: >-
  深度方向少了最后一个位置；高和宽是对的。深为 d 的核在 D 层里有 D − d + 1 个位置，而不是 D − d 个。请检查 Y 有多少层。
"""

import torch


def corr3d(X, K):
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1).unfold(2, K.shape[2], 1)
    return torch.stack([(w * K).sum((2, 3, 4)) for w in windows[:-1]])
