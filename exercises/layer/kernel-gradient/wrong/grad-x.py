"""
en: >-
  The result has the shape of X. It spreads dY over the image, and that is the way to the gradient for X. K has
  the shape (H − m + 1, W − n + 1). Check for a pad or a transposed convolution.
zh: >-
  结果与 X 形状相同。你把 dY 摊到了整幅图像上，那是求 X 的梯度的做法。K 的形状是 (H − m + 1, W − n + 1)。请检查是否用了填充或转置卷积。
"""

import torch


def kernel_grad(X, dY):
    m, n = dY.shape
    h, w = X.shape[0] - m + 1, X.shape[1] - n + 1
    dX = torch.zeros_like(X)
    for i in range(m):
        for j in range(n):
            dX[i : i + h, j : j + w] += dY[i, j]
    return dX
