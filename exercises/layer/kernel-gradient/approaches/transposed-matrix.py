"""
en: With the windows as rows of A, Y is A times K, so the gradient is A transposed times dY, as for every linear layer.
zh: 把窗口排成 A 的各行，Y 就是 A 乘 K，于是梯度是 A 的转置乘 dY，与任何线性层一样。
"""

import torch
import torch.nn.functional as F


def kernel_grad(X, dY):
    h, w = X.shape[0] - dY.shape[0] + 1, X.shape[1] - dY.shape[1] + 1
    A = F.unfold(X[None, None], (h, w))[0].T
    return (A.T @ dY.reshape(-1)).reshape(h, w)
