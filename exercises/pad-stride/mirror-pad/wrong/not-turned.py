"""
en: >-
  The right pixels are put outside, but in the wrong order. 1 2 3 4 5 becomes 2 3 1 2 3 4 5 3 4; in a mirror the
  nearest pixel stays nearest: 3 2 1 2 3 4 5 4 3. Check for a flip.
zh: >-
  放到外面的像素是对的，次序却不对。1 2 3 4 5 变成了 2 3 1 2 3 4 5 3 4；在镜子里，最近的像素仍然最近：3 2 1 2 3 4 5 4 3。请检查是否漏了 flip。
"""

import torch


def mirror_pad(X, p):
    H, W = X.shape
    X = torch.cat([X[1 : p + 1], X, X[H - 1 - p : H - 1]])
    return torch.cat([X[:, 1 : p + 1], X, X[:, W - 1 - p : W - 1]], 1)
