"""
en: >-
  The input channels are missing. An output channel has a kernel of its own for every input channel: its stack
  has c_in · h · w numbers. Check that c_in is a factor.
zh: >-
  漏掉了输入通道。每个输出通道对每个输入通道各有一个核，一组核有 c_in · h · w 个数。请检查是否乘了 c_in。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return c_out * k[0] * k[1] + (c_out if bias else 0)
