"""
en: >-
  You counted a fully connected layer. There each output value looks at the whole image; in a convolutional
  layer it looks at one window of h · w pixels in each channel. Check which size you multiply the outputs by.
zh: >-
  你数的是全连接层。在那里，每个输出值都要看整幅图像；而在卷积层里，它只看每个通道中 h · w 个像素的窗口。请检查输出值的个数乘上了什么。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    rows, columns = ((n[i] + 2 * p - k[i]) // s + 1 for i in (0, 1))
    return c_out * rows * columns * c_in * n[0] * n[1]
