"""
en: >-
  The biases are counted in the wrong layers. Your number has them where bias is False, and lacks them where it
  is True. Check the condition.
zh: >-
  偏置数反了。bias 为 False 时你加了偏置，为 True 时反而没加。请检查条件。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return c_out * (c_in * k[0] * k[1] + (not bias))
