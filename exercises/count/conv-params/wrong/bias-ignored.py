"""
en: >-
  The biases are missing. With bias=True each output channel has one more number to learn. Check what happens
  when bias is true.
zh: >-
  漏掉了偏置。bias=True 时，每个输出通道还要多学一个数。请检查 bias 为真时的情形。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return c_out * c_in * k[0] * k[1]
