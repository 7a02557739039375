r"""
en: >-
  The values are right, but more than one matrix product ran. The gain lies in doing all windows at once: first
  put every window into one matrix, then multiply a single time. Check for an @ inside a loop, or for a second
  one.
zh: >-
  数值是对的，但执行了不止一次矩阵乘法。好处正在于一次处理所有窗口：先把全部窗口放进同一个矩阵，再做唯一的一次乘法。请检查循环里是否有 @，或者是否写了第二个 @。
look: '^[^#]*(\S\s*@\s*\S|\bmatmul\(|\bmm\(|\bmv\(|\bdot\(|\beinsum\()'
"""

import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    k = K.reshape(-1)
    rows = []
    for i in range(H):
        band = torch.stack([X[i : i + h, j : j + w].reshape(-1) for j in range(W)])
        rows.append(band @ k)
    return torch.stack(rows)
