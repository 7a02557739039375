# mistake: central
# meant: central differences, longer than needed

import torch


def derivative_kernel(d):
    step = [-0.5, 0.0, 0.5]
    k = [1.0]
    for _ in range(d):
        new = [0.0] * (len(k) + 2)
        for i, a in enumerate(k):
            for j, b in enumerate(step):
                new[i + j] += a * b
        k = new
    return torch.tensor(k)
