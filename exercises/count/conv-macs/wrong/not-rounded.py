"""
en: >-
  Your output size is no whole number where the stride does not come out even. Only whole windows count, so the
  division rounds down. Check for /: here it should be //.
zh: >-
  步幅除不尽时，你的输出尺寸不是整数。只有完整的窗口才算，所以除法要向下取整。请检查 /：这里应当用 //。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) / s + 1 for i in (0, 1))
    return c_out * c_in * k[0] * k[1] * rows * columns
