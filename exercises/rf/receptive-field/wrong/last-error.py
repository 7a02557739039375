"""
en: >-
  Only the last layer counts. The values it looks at have seen more than one input each: every earlier layer
  widens the view. Check that all layers enter the result.
zh: >-
  只算了最后一层。它看到的每个值都已经看过不止一个输入：前面的每一层都会扩大视野。请检查是否把所有的层都算了进去。
"""

import torch


def receptive_field(layers):
    return layers[-1][0]
