"""
en: >-
  Your result is float32 even where X and K are float64. So the extra precision is lost. Most often a call of
  .float(), or a result written into torch.zeros(…), makes it so. Check where tensors are created or converted:
  X.new_zeros(…) and dtype=X.dtype keep the type of X.
zh: >-
  即使 X 和 K 是 float64，你的结果仍是 float32。多出来的精度就这样丢掉了。常见的原因是调用了 .float()，或把结果写进了 torch.zeros(…)。请检查创建或转换张量的地方：X.new_zeros(…) 和 dtype=X.dtype 能保持 X 的类型。
"""

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    A = torch.stack([X[i : i + h, j : j + w].reshape(-1) for i in range(H) for j in range(W)])
    Y = torch.zeros(H, W)
    Y[:] = (A @ K.reshape(-1, 1)).reshape(H, W)
    return Y
