"""
en: >-
  The 1 is added before the division. First count the steps, (n + 2p − k) // s; then add the starting point.
  Check where + 1 stands in the formula for the output size.
zh: >-
  你在除法之前就加了 1。应当先算移动的步数 (n + 2p − k) // s，再加上起点。请检查输出尺寸公式里 + 1 的位置。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i] + 1) // s for i in (0, 1))
    return c_out * c_in * k[0] * k[1] * rows * columns
