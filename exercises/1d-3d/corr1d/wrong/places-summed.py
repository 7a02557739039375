r"""
en: >-
  You summed over the places of the window instead of over the window. Your result has m values, one for each
  number of k; y has one for each place. Check the axis of the sum: with one window in each row it is 1.
zh: >-
  你沿窗口的位置求了和，而不是在窗口之内求和。你的结果有 m 个值，k 的每个数一个；而 y 是每个位置一个值。请检查求和的维度：每行是一个窗口时，应为 1。
look: '^[^#]*\bsum\('
"""

import torch


def corr1d(x, k):
    return (x.unfold(0, len(k), 1) * k).sum(0)
