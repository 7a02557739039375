r"""
en: >-
  Your code works for float32 only. With float64 inputs two tensors of different dtype meet, and the product
  refuses them. Most often one of them is a buffer made by torch.zeros(…), which is float32 unless told otherwise.
  Check where tensors are created: X.new_zeros(…), dtype=X.dtype or torch.stack keep the type of X.
zh: >-
  你的代码只对 float32 有效。输入为 float64 时，两个 dtype 不同的张量碰到一起，矩阵乘法就会拒绝。最常见的原因是用 torch.zeros(…) 建了缓冲区：不加说明时它总是 float32。请检查创建张量的地方：X.new_zeros(…)、dtype=X.dtype 或 torch.stack 都能保持 X 的类型。
look: '^[^#]*torch\.(zeros|empty|ones)\((?!.*dtype)'
"""

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    A = torch.zeros(H * W, h * w)
    for i in range(H):
        for j in range(W):
            A[i * W + j] = X[i : i + h, j : j + w].reshape(-1)
    return (A @ K.reshape(-1, 1)).reshape(H, W)
