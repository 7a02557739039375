"""
en: >-
  You return a function. It may compute the right numbers, but what is asked for is an nn.Linear, which has
  parameters of its own. Check the last line: build nn.Linear(…), and fill it.
zh: >-
  返回的是函数。它也许能算出正确的数值，但本题要的是 nn.Linear，它有自己的参数。请检查最后一行：要建一个 nn.Linear(…) 并填入数值。
"""

import torch


def to_linear(conv):
    return lambda x: x @ conv.weight[:, :, 0, 0].t()
