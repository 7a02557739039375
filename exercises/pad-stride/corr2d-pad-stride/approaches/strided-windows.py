"""
en: unfold takes the stride as its step, so that only the windows asked for exist in the view, and none is copied.
zh: unfold 的步长就是步幅，视图里只有需要的窗口，而且不复制数据。
"""

import torch
import torch.nn.functional as F


def corr2d_ps(X, K, p, s):
    padded = F.pad(X, (p[1], p[1], p[0], p[0]))
    windows = padded.unfold(0, K.shape[0], s[0]).unfold(1, K.shape[1], s[1])
    return (windows * K).sum((-1, -2))
