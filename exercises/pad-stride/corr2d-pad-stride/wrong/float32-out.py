"""
en: >-
  Your result is float32 even where X and K are float64. So the extra precision is lost. Most often a call of
  .float(), or a result written into torch.zeros(…), makes it so. Check where tensors are created or converted:
  X.new_zeros(…) and dtype=X.dtype keep the type of X.
zh: >-
  即使 X 和 K 是 float64，你的结果仍是 float32。多出来的精度就这样丢掉了。常见的原因是调用了 .float()，或把结果写进了 torch.zeros(…)。请检查创建或转换张量的地方：X.new_zeros(…) 和 dtype=X.dtype 能保持 X 的类型。
"""

import torch
from torch.nn import functional as F


def corr2d_ps(X, K, p, s):
    h, w = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    Y = torch.zeros(((X.shape[0] - h) // s[0] + 1, (X.shape[1] - w) // s[1] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s[0] : i * s[0] + h, j * s[1] : j * s[1] + w] * K).sum()
    return Y
