"""
en: >-
  You counted a bias for every pair of channels. It is added once, after the sum over the input channels, so
  each output channel has one. Check what you add for the bias.
zh: >-
  你为每一对输入、输出通道都算了一个偏置。偏置是在对输入通道求和之后加的，只加一次，所以每个输出通道一个。请检查为偏置加上了多少。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return c_out * c_in * k[0] * k[1] + (c_out * c_in if bias else 0)
