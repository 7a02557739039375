"""
en: >-
  Each value of dK holds a single product, the last one. An entry of K takes part in every output, so the products
  for all i and j have to be added. Check for = where += is needed.
zh: >-
  dK 的每个值只剩一个乘积，即最后那个。K 的一个元素参与所有输出的计算，所以要把所有 i、j 对应的乘积加起来。请检查是否该写 += 的地方写成了 =。
"""

import torch


def kernel_grad(X, dY):
    m, n = dY.shape
    h, w = X.shape[0] - m + 1, X.shape[1] - n + 1
    dK = torch.zeros(h, w)
    for a in range(h):
        for b in range(w):
            for i in range(m):
                for j in range(n):
                    dK[a, b] = dY[i, j] * X[i + a, j + b]
    return dK
