"""
en: >-
  The channels stand last, but they come first. The values are right; your result has the shape (H, W, co).
  Check the last step: permute(2, 0, 1) brings the channels to the front.
zh: >-
  通道排在了最后，而它应当在最前。数值是对的；你的结果形状是 (H, W, co)。请检查最后一步：permute(2, 0, 1) 能把通道移到最前面。
"""

import torch


def conv1x1(X, K):
    return X.permute(1, 2, 0) @ K[:, :, 0, 0].t()
