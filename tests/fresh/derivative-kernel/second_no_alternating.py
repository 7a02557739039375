# mistake: no-sign
# meant: binomials without signs

import torch
from math import comb


def derivative_kernel(d):
    return torch.tensor([float(comb(d, i)) for i in range(d + 1)])
