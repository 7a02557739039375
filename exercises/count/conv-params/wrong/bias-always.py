"""
en: >-
  You count biases even where there are none. With bias=False the layer only has its kernels. Check that your
  code looks at bias.
zh: >-
  没有偏置时你也把偏置数了进去。bias=False 的层只有卷积核。请检查代码是否看了 bias。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return c_out * (c_in * k[0] * k[1] + 1)
