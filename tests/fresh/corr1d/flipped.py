# mistake: flipped
# meant: flips the kernel as in mathematics
import torch


def corr1d(x, k):
    windows = x.unfold(0, k.numel(), 1)
    return windows @ k.flip(0)
