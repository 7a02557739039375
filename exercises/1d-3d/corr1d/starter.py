import torch


def corr1d(x, k):
    # x: (n,), k: (m,), float tensors
    # returns a tensor of shape (n - m + 1,)
    # TODO: slide k along x; at each place multiply and sum
    ...
