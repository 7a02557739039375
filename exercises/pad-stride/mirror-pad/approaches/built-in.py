"""
en: F.pad knows this border as the mode reflect; for both axes it wants a channel in front, which comes and goes.
zh: F.pad 的 reflect 模式就是这种边界；要填充两个轴，前面得先加一个通道轴，最后再去掉。
"""

import torch
import torch.nn.functional as F


def mirror_pad(X, p):
    return F.pad(X[None], (p, p, p, p), mode="reflect")[0]
