"""
en: A range holds every index at which a window may begin, and its length is the answer; no floor and no + 1 to remember.
zh: 用 range 列出窗口所有可能的起点，它的长度就是答案；不用记取整，也不用记 + 1。
"""

import torch


def conv_out_shape(n, k, p, s):
    return tuple(len(range(0, n[axis] + 2 * p[axis] - k[axis] + 1, s[axis])) for axis in (0, 1))
