# mistake: places-summed
# meant: multiplies elementwise and sums over the places instead of the kernel
import torch


def corr1d(x, k):
    w = x.unfold(0, k.shape[0], 1)
    return (w * k).sum(0)
