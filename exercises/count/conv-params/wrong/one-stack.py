"""
en: >-
  You counted a single output channel. A stack of c_in kernels and one bias make one output map; the layer has
  c_out of them. Check that everything is multiplied by c_out.
zh: >-
  你只数了一个输出通道。一组 c_in 个核加一个偏置，给出一张输出图；这一层共有 c_out 张。请检查是否整个都乘了 c_out。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return c_in * k[0] * k[1] + (1 if bias else 0)
