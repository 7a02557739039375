"""
en: >-
  You add the two neighbours. The kernel is [1, −1]: the right pixel counts with a minus. With a plus, a white
  image would give 2 instead of 0. Check the sign between them.
zh: >-
  你把两个邻居加了起来。卷积核是 [1, −1]：右边的像素要带负号。写成加号，纯白的图像就会得到 2，而不是 0。请检查两者之间的符号。
"""

import torch


def vertical_edges(X):
    return X[:, :-1] + X[:, 1:]
