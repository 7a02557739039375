"""
en: >-
  The stride is left out. With stride s the window moves s pixels at a time, so there are about s times fewer
  windows. Check where s enters.
zh: >-
  没有算上步幅。步幅为 s 时，窗口每次移动 s 个像素，窗口数大约是原来的 1/s。请检查哪里用到了 s。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple(n_ + 2 * p_ - k_ + 1 for n_, k_, p_, s_ in zip(n, k, p, s))
