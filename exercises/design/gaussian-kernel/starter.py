import torch


def gaussian_kernel(size, sigma):
    # size: odd int, sigma: positive number
    # returns a float tensor of shape (size, size)
    ...
