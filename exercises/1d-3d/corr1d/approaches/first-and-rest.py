"""
en: One output, and the same question again for x without its first number; short, but Python allows only about 1000 nested calls.
zh: 先算一个输出，再对去掉首个数的 x 问同样的问题；写法短，但 Python 默认只允许约 1000 层嵌套调用。
"""

import torch


def corr1d(x, k):
    first = (x[: len(k)] * k).sum().reshape(1)
    if len(x) == len(k):
        return first
    return torch.cat([first, corr1d(x[1:], k)])
