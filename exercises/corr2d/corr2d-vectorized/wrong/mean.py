r"""
en: >-
  Each value is divided by the number of entries of K. You average the products, but Y is their sum. Check for
  .mean(), or a division by h · w.
zh: >-
  每个值都被除以了 K 的元素个数。你取了乘积的平均值，而 Y 应当是它们的和。请检查是否用了 .mean()，或除以了 h · w。
look: '^[^#]*\bmean\('
"""

import torch


def corr2d(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).mean((-1, -2))
