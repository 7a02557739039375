r"""
en: >-
  The border pixel is repeated, and p = 0 goes wrong. With p = 1 the row 1 2 3 4 5 becomes 1 1 2 3 4 5 5; the
  mirror stands in the border pixel, not behind it. And X[−p:] is the whole image for p = 0. Check both slices:
  X[1 : p + 1] in front, X[−p − 1 : −1] behind, each flipped.
zh: >-
  边界像素被重复了，而且 p = 0 时也不对。p = 1 时 1 2 3 4 5 变成了 1 1 2 3 4 5 5；镜面在边界像素上，而不是在它外侧。另外，p = 0 时 X[−p:] 是整幅图像。请检查两个切片：前面是 X[1 : p + 1]，后面是 X[−p − 1 : −1]，都要翻转。
look: '^[^#]*-\s*p\s*:'
"""

import torch


def mirror_pad(X, p):
    X = torch.cat([X[:p].flip(0), X, X[-p:].flip(0)])
    return torch.cat([X[:, :p].flip(1), X, X[:, -p:].flip(1)], 1)
