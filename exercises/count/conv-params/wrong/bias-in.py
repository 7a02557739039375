"""
en: >-
  You counted one bias for each input channel. A bias belongs to an output channel: it is added after the input
  channels have been summed. Check what you add for the bias.
zh: >-
  你为每个输入通道算了一个偏置。偏置属于输出通道：它是在各输入通道求和之后才加的。请检查为偏置加上了多少。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return c_out * c_in * k[0] * k[1] + (c_in if bias else 0)
