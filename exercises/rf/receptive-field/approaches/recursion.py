"""
en: Take the first layer away, and the same question remains for the rest; each step there is one stride here, and the last place needs a whole kernel.
zh: 去掉第一层，剩下的各层就是同一个问题；那里每走一格，这里就走一个步幅，最后一格再加上整个核。
"""

import torch


def receptive_field(layers):
    if not layers:
        return 1
    (kernel, stride), *rest = layers
    return (receptive_field(rest) - 1) * stride + kernel
