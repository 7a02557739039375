"""
en: >-
  There is more than one bias. Every output channel has its own number to add; your count has a single one for
  the whole layer. Check what you add for the bias.
zh: >-
  偏置不止一个。每个输出通道各加一个数；你只为整个层算了一个。请检查为偏置加上了多少。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return c_out * c_in * k[0] * k[1] + (1 if bias else 0)
