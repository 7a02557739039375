"""
en: >-
  All your signs are reversed. White to black, that is 1 to 0, must give +1, so it is left minus right. A kernel
  that was flipped, or written as [−1, 1], does the same. Check which of the two neighbours is subtracted.
zh: >-
  你的符号全都反了。由白到黑，也就是由 1 到 0，应得 +1，所以是左减右。把卷积核翻转，或写成 [−1, 1]，也会这样。请检查两个邻居中被减去的是哪一个。
"""

import torch


def vertical_edges(X):
    return X[:, 1:] - X[:, :-1]
