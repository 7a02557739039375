"""
en: >-
  You used the height for both axes. k and n hold height and width, and they may differ. Check that index 1
  occurs as well.
zh: >-
  两条轴都用了高。k 和 n 里有高和宽，两者可以不同。请检查是否也用到了下标 1。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, _ = ((n[i] + 2 * p - k[i]) // s + 1 for i in (0, 1))
    return c_out * c_in * k[0] ** 2 * rows**2
