"""
en: >-
  You divided by the stride once. The kernel moves with stride s down and to the right, so both axes of the
  output shrink. Check the formula for the output size: the division stands in both axes.
zh: >-
  你只除了一次步幅。卷积核向下、向右都以步幅 s 移动，所以输出的两条轴都缩短。请检查输出尺寸的公式：两条轴都要除。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = (n[i] + 2 * p - k[i] + 1 for i in (0, 1))
    return c_out * c_in * k[0] * k[1] * rows * columns // s
