"""
en: A shift down and a shift to the right are small matrices, and their Kronecker product is the shift of the whole image; C is their weighted sum, one term for each number of K.
zh: 下移和右移各是一个小矩阵，它们的 Kronecker 积就是整张图像的平移；C 是这些积的加权和，K 的每个数对应一项。
"""

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    down, right = torch.eye(H, dtype=K.dtype), torch.eye(W, dtype=K.dtype)
    C = 0
    for a in range(h):
        for b in range(w):
            C = C + K[a, b] * torch.kron(down[a : H - h + 1 + a], right[b : W - w + 1 + b])
    return C
