"""
en: >-
  At the far end your indices run out of the image. abs turns the negative places back, but the rows H, H + 1,
  … do not exist either: row H is row H − 2. Check how you turn back at the bottom and on the right.
zh: >-
  到了末端，你的下标超出了图像。abs 能把负的位置折回来，但第 H、H + 1、…… 行同样不存在：第 H 行应是第 H − 2 行。请检查在下边和右边是怎样折返的。
"""

import torch


def mirror_pad(X, p):
    rows, columns = ([abs(i) for i in range(-p, n + p)] for n in X.shape)
    return X[rows][:, columns]
