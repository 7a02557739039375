r"""
en: >-
  Each value is divided by k · k twice. The entries of the kernel are 1/k² already, so the products are to be
  summed, not averaged again. Check for .mean() beside 1 / k².
zh: >-
  每个值被 k · k 除了两次。卷积核的元素已经是 1/k²，所以乘积应当求和，而不是再求一次平均。请检查是否既用了 .mean()，又用了 1 / k²。
look: '^[^#]*mean\('
"""

import torch


def box_blur(X, k):
    down, right = X.shape[0] - k + 1, X.shape[1] - k + 1

    Y = torch.zeros(down, right)
    for i in range(down):
        for j in range(right):
            Y[i, j] = (X[i : i + k, j : j + k] / k**2).mean()
    return Y
