"""
en: >-
  The stride has no effect on your result. With stride s the kernel stops only at every s-th place. Check the
  formula for the output size: there is a division by s.
zh: >-
  步幅对你的结果毫无影响。步幅为 s 时，卷积核每隔 s 个位置才停一次。请检查输出尺寸的公式：里面要除以 s。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = (n[i] + 2 * p - k[i] + 1 for i in (0, 1))
    return c_out * c_in * k[0] * k[1] * rows * columns
