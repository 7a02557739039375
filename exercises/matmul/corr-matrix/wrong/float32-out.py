"""
en: >-
  Your matrix is float32 even where K is float64. So the extra precision is lost. Most often it was made by
  torch.zeros(…), which is float32 unless told otherwise. Check where tensors are created: K.new_zeros(…) and
  dtype=K.dtype keep the type of K.
zh: >-
  即使 K 是 float64，你的矩阵仍是 float32。多出来的精度就这样丢掉了。最常见的原因是用 torch.zeros(…) 创建：不加说明时它总是 float32。请检查创建张量的地方：K.new_zeros(…) 和 dtype=K.dtype 能保持 K 的类型。
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    down, right = H - h + 1, W - w + 1
    C = torch.zeros(down, right, H, W)
    for i in range(down):
        for j in range(right):
            C[i, j, i : i + h, j : j + w] = K
    return C.reshape(down * right, H * W)
