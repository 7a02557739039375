r"""
en: >-
  Your matrix is float32 even where X is float64. So the extra precision is lost. Most often it was made by
  torch.zeros(…), which is float32 unless told otherwise. Check where tensors are created: X.new_zeros(…),
  dtype=X.dtype or torch.stack keep the type of X.
zh: >-
  即使 X 是 float64，你的矩阵仍是 float32。多出来的精度就这样丢掉了。最常见的原因是用 torch.zeros(…) 创建：不加说明时它总是 float32。请检查创建张量的地方：X.new_zeros(…)、dtype=X.dtype 或 torch.stack 都能保持 X 的类型。
look: '^[^#]*(torch\.(zeros|empty|ones)\((?!.*dtype)|\.float\()'
"""

import torch


def im2col(X, h, w):
    down, right = X.shape[0] - h + 1, X.shape[1] - w + 1
    A = torch.zeros(down * right, h * w)
    for i in range(down):
        for j in range(right):
            A[i * right + j] = X[i : i + h, j : j + w].reshape(-1)
    return A
