"""
en: A range holds every row, and every column, where a window may begin; its length replaces the formula, so there is no + 1 to forget.
zh: 用 range 列出窗口可能的起始行和起始列，数一数长度来代替公式，也就不会漏掉 + 1。
"""

import torch


def conv_macs(c_in, c_out, k, n, p, s):
    down, right = (len(range(-p, n[axis] + p - k[axis] + 1, s)) for axis in (0, 1))
    return c_in * c_out * down * right * k[0] * k[1]
