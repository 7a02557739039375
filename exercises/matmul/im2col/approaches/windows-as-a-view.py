"""
en: The windows are a view that copies nothing; only joining the axes into rows and columns makes the copies.
zh: 窗口本身只是视图，不复制数据；直到把各轴合并成行和列时才真正复制。
"""

import torch


def im2col(X, h, w):
    return X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
