import torch


def derivative_kernel(d):
    # d: int, at least 0
    # returns a float tensor of shape (d + 1,)
    # TODO: begin with the kernel for d = 0 and take differences
    ...
