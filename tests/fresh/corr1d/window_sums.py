# mistake: no-kernel
# meant: forgets to multiply by the kernel
import torch

def corr1d(x, k):
    m = k.numel()
    return torch.stack([x[i:i + m].sum() for i in range(x.numel() - m + 1)])
