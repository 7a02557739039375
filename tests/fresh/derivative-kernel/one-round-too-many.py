# mistake: one-long
# meant: takes d + 1 differences instead of d
import torch
import torch.nn.functional as F


def derivative_kernel(d):
    k = torch.tensor([1.0])
    for i in range(d + 1):
        k = F.pad(k, (1, 0)) - F.pad(k, (0, 1))
    return k
