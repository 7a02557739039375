"""
en: >-
  The kernel is taken off after the division. A window of k rows has to fit into the image itself, not into the
  image shrunk by the stride. Check the brackets: (n + 2p − k) is divided by s as a whole.
zh: >-
  你在除法之后才减去卷积核。k 行的窗口要放进的是图像本身，而不是按步幅缩小后的图像。请检查括号：除以 s 的是整个 (n + 2p − k)。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple((n_ + 2 * p_) // s_ - k_ + 1 for n_, k_, p_, s_ in zip(n, k, p, s))
