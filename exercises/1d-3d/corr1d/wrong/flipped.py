r"""
en: >-
  You flipped the kernel. That is convolution as mathematicians define it; deep learning slides the kernel as it
  is. Check which number of the kernel meets x[i]: it should be k[0].
zh: >-
  你把卷积核翻转了。先翻转再滑动，是数学意义上的卷积；深度学习不翻转，直接滑动。请检查与 x[i] 相乘的是哪个数：应当是 k[0]。
look: '^[^#]*(\.flip\(|rot90|::-1)'
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    return torch.stack([(x[i : i + m] * k.flip(0)).sum() for i in range(n - m + 1)])
