"""
en: Counting through the pixels, right neighbours differ by 1 and lower ones by n; so Y is −1 everywhere, and −n after transposing.
zh: 把像素从头数到尾，左右相邻差 1，上下相邻差 n；于是 Y 处处是 −1，转置后处处是 −n。
"""

import torch


def counterexample(n):
    return torch.arange(float(n * n)).reshape(n, n)
