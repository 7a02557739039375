# mistake: sign
# meant: left minus right each time

import torch


def derivative_kernel(d):
    k = torch.tensor([1.0])
    for _ in range(d):
        new = torch.zeros(len(k) + 1)
        new[:-1] += k
        new[1:] -= k
        k = new
    return k
