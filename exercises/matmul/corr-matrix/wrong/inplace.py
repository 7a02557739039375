"""
en: >-
  Your code writes into the kernel it was given. K belongs to the caller, who may still need it, and autograd
  refuses to change it in place. Compute a new tensor instead: K = K * 2 makes one, K *= 2 does not. Check for
  operations that end in an underscore, for *= and its like, and for assignments to K[…].
zh: >-
  你的代码改动了传进来的卷积核。K 属于调用者，对方可能还要用；自动求导也不允许就地修改它。请改为计算新的张量：K = K * 2 会新建，K *= 2 则不会。请检查以下划线结尾的方法、*= 一类的运算，以及对 K[…] 的赋值。
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    K *= 2
    down, right = H - h + 1, W - w + 1
    C = K.new_zeros(down, right, H, W)
    for i in range(down):
        for j in range(right):
            C[i, j, i : i + h, j : j + w] = K
    return C.reshape(down * right, H * W) / 2
