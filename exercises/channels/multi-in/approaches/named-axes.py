"""
en: einsum names the axes, and sums over c, a and b because they are missing behind the arrow; it would stretch a single channel, so the comparison comes first.
zh: einsum 给每个轴起名，箭头右边没有 c、a、b，所以对它们求和；只有一个通道时它会广播，因此要先比较通道数。
"""

import torch


def corr2d_multi_in(X, K):
    if len(X) != len(K):
        raise ValueError("X and K need the same number of channels")
    windows = X.unfold(1, K.shape[1], 1).unfold(2, K.shape[2], 1)
    return torch.einsum("cijab,cab->ij", windows, K)
