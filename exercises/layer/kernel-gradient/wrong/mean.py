r"""
en: >-
  Each value is divided by the number of outputs. The chain rule adds up what all places want from a shared
  weight; it does not average. Check for .mean(), or a division by m · n.
zh: >-
  每个值都被除以了输出的个数。链式法则把所有位置对共享权重的要求加起来，而不是取平均。请检查是否用了 .mean()，或除以了 m · n。
look: '^[^#]*\bmean\('
"""

import torch


def kernel_grad(X, dY):
    m, n = dY.shape
    h, w = X.shape[0] - m + 1, X.shape[1] - n + 1
    return torch.stack([(X[a : a + m, b : b + n] * dY).mean() for a in range(h) for b in range(w)]).reshape(h, w)
