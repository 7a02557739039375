"""
en: >-
  The entries are right, but the result still has four axes. A matrix has one row for each output and one column
  for each pixel. Check the last step: reshape to ((H − h + 1)(W − w + 1), H · W).
zh: >-
  数值是对的，但结果仍有四个维度。矩阵应当每个输出一行、每个像素一列。请检查最后一步：reshape 成 ((H − h + 1)(W − w + 1), H · W)。
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    down, right = H - h + 1, W - w + 1
    C = K.new_zeros(down, right, H, W)
    for i in range(down):
        for j in range(right):
            C[i, j, i : i + h, j : j + w] = K
    return C
