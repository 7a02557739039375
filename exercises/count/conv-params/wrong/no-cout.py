"""
en: >-
  The output channels are missing. Your number is that of one kernel stack; every output channel has a stack of
  its own. Check that c_out is a factor.
zh: >-
  漏掉了输出通道。你得到的是一组核的个数；而每个输出通道都有自己的一组。请检查是否乘了 c_out。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return c_in * k[0] * k[1] + (c_out if bias else 0)
