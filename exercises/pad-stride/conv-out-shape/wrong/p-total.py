"""
en: >-
  The padding is counted only once. padding = 1 adds one row on top and one at the bottom, so the image has n +
  2p rows. (Formulas with a single p mean both sides together.) Check the padding term.
zh: >-
  填充只算了一次。padding = 1 会在上面加一行、下面也加一行，图像因此有 n + 2p 行。（只写一个 p 的公式，指的是两侧合计。）请检查与填充有关的一项。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple((n_ + p_ - k_) // s_ + 1 for n_, k_, p_, s_ in zip(n, k, p, s))
