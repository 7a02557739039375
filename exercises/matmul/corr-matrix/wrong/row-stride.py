"""
en: >-
  The rows of K stand side by side. In the flattened image the pixel below another comes W places later, so
  there are W − w zeros between the rows of K. Check the sheet of one output: K is a block in it.
zh: >-
  K 的各行紧挨在一起了。图像摊平后，正下方的像素要在 W 个位置之后，所以 K 的两行之间有 W − w 个零。请检查一个输出的那张纸：K 在其中是一个方块。
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    down, right = H - h + 1, W - w + 1
    C = K.new_zeros(down * right, H * W)
    for i in range(down):
        for j in range(right):
            start = i * W + j; n = min(h * w, H * W - start); C[i * right + j, start : start + n] = K.reshape(-1)[:n]
    return C
