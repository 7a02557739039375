r"""
en: >-
  The signs are lost: your result has no negative values. The sign tells the direction of the change, white to
  black or black to white. Check for abs(), a square or the like, and leave it out.
zh: >-
  符号丢了：你的结果里没有负数。符号说明变化的方向：由白到黑，还是由黑到白。请检查是否用了 abs()、平方之类的运算，去掉它。
look: '^[^#]*(\babs\b|\*\*|\bpow\b|square|sqrt)'
"""

import torch


def vertical_edges(X):
    return (X[:, :-1] - X[:, 1:]).abs()
