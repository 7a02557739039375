"""
en: >-
  Each window is multiplied in x itself, so the next windows see changed numbers. A slice of x is a view: *= on
  it writes into the signal of the caller. Check the multiplication: window * k makes a new tensor.
zh: >-
  每个窗口都是直接在 x 里相乘的，后面的窗口看到的数已经变了。x 的切片是视图，对它用 *=，就是写进调用者的信号。请检查乘法：window * k 会得到新的张量。
"""

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    y = x.new_zeros(n - m + 1)
    for i in range(n - m + 1):
        window = x[i : i + m]
        window *= k
        y[i] = window.sum()
    return y
