"""
en: Send one white pixel through both correlations; what comes out is the kernel you look for, turned by half a turn.
zh: 让一个白色像素依次经过两次互相关，得到的就是所求的核，只是转了 180°。
"""

import torch
import torch.nn.functional as F


def compose(A, B):
    h, w = A.shape[0] + B.shape[0] - 1, A.shape[1] + B.shape[1] - 1
    dot = A.new_zeros(1, 1, 2 * h - 1, 2 * w - 1)
    dot[0, 0, h - 1, w - 1] = 1
    answer = F.conv2d(F.conv2d(dot, A[None, None]), B[None, None])
    return answer[0, 0].flip(0, 1)
