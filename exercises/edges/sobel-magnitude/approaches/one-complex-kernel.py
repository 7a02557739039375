"""
en: Put the second kernel into the imaginary part; each output is one complex number, whose abs is the length and whose angle is the direction of the gradient.
zh: 把第二个核放进虚部；每个输出是一个复数，abs 是梯度的长度，angle 是梯度的方向。
"""

import torch


def sobel_magnitude(X):
    across = X.new_tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    windows = X.unfold(0, 3, 1).unfold(1, 3, 1)
    return (windows * torch.complex(across, across.T)).sum((-1, -2)).abs()
