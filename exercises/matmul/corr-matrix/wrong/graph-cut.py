r"""
en: >-
  The values are right, but no gradient can flow back. A convolution learns K, so the matrix must remember where
  its numbers come from: .item(), .tolist(), .detach(), .data and a new torch.tensor(…) all forget it. Check how
  K gets into the matrix.
zh: >-
  数值是对的，但梯度传不回去。卷积要学的正是 K，所以矩阵必须记得它的数从何而来：.item()、.tolist()、.detach()、.data 和重新创建的 torch.tensor(…) 都会忘掉这一点。请检查 K 是怎样放进矩阵的。
look: '^[^#]*(\.item\(|\.tolist\(|\.detach\(|\.data\b|no_grad)'
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    down, right = H - h + 1, W - w + 1
    C = K.new_zeros(down, right, H, W)
    for i in range(down):
        for j in range(right):
            C[i, j, i : i + h, j : j + w] = K.detach()
    return C.reshape(down * right, H * W)
