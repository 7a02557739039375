"""
en: >-
  You rounded up where the stride does not come out even. The last window would then hang over the edge; only
  whole windows count. Check the formula for the output size: it rounds down.
zh: >-
  步幅除不尽时，你向上取了整。那样最后一个窗口就会伸出边缘；只有完整的窗口才算。请检查输出尺寸的公式：应当向下取整。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = (-(-(n[i] + 2 * p - k[i]) // s) + 1 for i in (0, 1))
    return c_out * c_in * k[0] * k[1] * rows * columns
