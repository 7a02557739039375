r"""
en: >-
  You flipped the kernel. That is convolution as mathematicians define it; deep learning slides K as it is.
  Check which entry of K meets pixel (0, 0) in the first row: it should be K[0, 0].
zh: >-
  你把卷积核翻转了。先翻转再滑动，是数学意义上的卷积；深度学习不翻转，直接滑动。请检查第一行中对应像素 (0, 0) 的是哪个元素：应当是 K[0, 0]。
look: '^[^#]*(\.flip\(|rot90|fliplr|flipud)'
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    down, right = H - h + 1, W - w + 1
    C = K.new_zeros(down, right, H, W)
    for i in range(down):
        for j in range(right):
            C[i, j, i : i + h, j : j + w] = K.flip(0, 1)
    return C.reshape(down * right, H * W)
