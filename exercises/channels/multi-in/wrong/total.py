"""
en: >-
  You added up everything, so a single number is left. The sum goes over the channels only; the places of the
  map stay apart. Check over which axes you sum: sum(0) adds the maps.
zh: >-
  你把所有的值都加在了一起，只剩下一个数。求和只对通道进行，图上的各个位置仍然分开。请检查是沿哪些维度求和的：sum(0) 把各张图相加。
"""

import torch


def corr2d_multi_in(X, K):
    assert len(X) == len(K)
    _, h, w = K.shape
    return (X.unfold(1, h, 1).unfold(2, w, 1) * K[:, None, None]).sum()
