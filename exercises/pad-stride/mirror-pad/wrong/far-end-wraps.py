"""
en: >-
  Beyond the far end the image begins anew; the near end is right. abs takes care of negative places only, and %
  goes back to the first row. With H rows, row H is row H − 2. Check how you turn back at the far end.
zh: >-
  越过末端之后，图像又从头开始；起始端是对的。abs 只能处理负的位置，而 % 会回到第一行。共 H 行时，第 H 行应是第 H − 2 行。请检查在末端是怎样折返的。
"""

import torch


def mirror_pad(X, p):
    H, W = X.shape
    rows = [abs(i) % H for i in range(-p, H + p)]
    columns = [abs(i) % W for i in range(-p, W + p)]
    return X[rows][:, columns]
