# mistake: disjoint
# meant: moves on by the length of the kernel
import torch

def corr1d(x, k):
    m = k.shape[0]
    result = []
    for start in range(0, x.shape[0] - m + 1, m):
        result.append((x[start:start + m] * k).sum())
    return torch.stack(result)
