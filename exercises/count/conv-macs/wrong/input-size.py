"""
en: >-
  You counted a window for every pixel of the image. There is one for every value of the output, and padding and
  stride decide how many these are. Check what you multiply by: rows and columns of the output.
zh: >-
  你让图像的每个像素都对应一个窗口。窗口的个数等于输出值的个数，由填充和步幅决定。请检查乘上的是什么：应当是输出的行数和列数。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = (n[i] for i in (0, 1))
    return c_out * c_in * k[0] * k[1] * rows * columns
