"""
en: >-
  Changes from black to white are missing. Where the right pixel is the larger one, your result is 0 instead of
  a negative number. The sign is part of the answer. Check for clamp, relu or a maximum with 0.
zh: >-
  由黑变白的边缘不见了。右边像素较大的地方，你的结果是 0，而不是负数。符号也是答案的一部分。请检查是否用了 clamp、relu，或与 0 取了最大值。
look: '^[^#]*(clamp|relu|clip|max)'
"""

import torch


def vertical_edges(X):
    return (X[:, :-1] - X[:, 1:]).clamp(min=0)
