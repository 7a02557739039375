# mistake: off-by-one-stack | off-by-one
# meant: the loop stops one place too early
import torch

def corr1d(x, k):
    n = len(x)
    m = len(k)
    y = []
    for i in range(n - m):
        y.append((x[i:i + m] * k).sum())
    return torch.stack(y)
