"""
en: >-
  You counted a single kernel. Every output channel has one for each input channel: c_out · c_in kernels. Check
  that both numbers of channels are factors.
zh: >-
  你只数了一个核。每个输出通道对每个输入通道各有一个核，共 c_out · c_in 个。请检查两个通道数是否都乘了。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return k[0] * k[1] + (1 if bias else 0)
