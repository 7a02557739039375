"""
en: Let torch.diff act on every unit vector at once; what it makes of them is the kernel, a way to read the kernel out of any linear operation.
zh: 让 torch.diff 同时作用于所有单位向量，得到的就是核；任何线性运算的核都可以这样读出来。
"""

import torch


def derivative_kernel(d):
    return torch.diff(torch.eye(d + 1), n=d, dim=0)[0]
