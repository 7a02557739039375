"""
en: >-
  You return a convolution. What is asked for is an nn.Linear with the same numbers. Check what your function
  builds, and what it returns.
zh: >-
  返回的是卷积层。本题要的是数值相同的 nn.Linear。请检查函数建的是什么、返回的是什么。
"""

import torch


def to_linear(conv):
    return conv
