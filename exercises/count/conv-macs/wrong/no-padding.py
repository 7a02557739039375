"""
en: >-
  The padding has no effect on your result. It is added on each side, so the image grows by 2p along each axis,
  and products with padded zeros count. Check the formula for the output size.
zh: >-
  填充对你的结果毫无影响。填充加在每一侧，所以每条轴都增加 2p，与填充的零相乘也要算。请检查输出尺寸的公式。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] - k[i]) // s + 1 for i in (0, 1))
    return c_out * c_in * k[0] * k[1] * rows * columns
