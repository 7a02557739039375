# mistake: scaled
# meant: divides by d! so that x^d would give 1
import torch
import math


def derivative_kernel(d):
    coeffs = [math.comb(d, i) * (-1) ** (d - i) for i in range(d + 1)]
    return torch.tensor(coeffs) / math.factorial(d)
