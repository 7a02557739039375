"""
en: >-
  You return a list. k is a list of two numbers, and in Python a list times a number is a longer list. Check
  where k enters: take k[0] and k[1].
zh: >-
  返回的是列表。k 是两个数的列表，而在 Python 里，列表乘以一个数会得到更长的列表。请检查用到 k 的地方：要取 k[0] 和 k[1]。
"""

import torch


def conv_params(c_in, c_out, k, bias):
    return c_out * c_in * k
