"""
en: One weighted shift of the whole volume for each number of K, so the loop grows with the kernel and not with the volume.
zh: K 的每个数对应整块数据的一次加权平移，因此循环次数只随核变大，与数据大小无关。
"""

from itertools import product

import torch


def corr3d(X, K):
    D, H, W = (X.shape[axis] - K.shape[axis] + 1 for axis in range(3))
    places = product(*map(range, K.shape))
    return sum(K[a, b, c] * X[a : a + D, b : b + H, c : c + W] for a, b, c in places)
