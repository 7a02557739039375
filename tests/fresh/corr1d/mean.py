# mistake: mean
# meant: averages the products of a window
import torch


def corr1d(x, k):
    m = k.shape[0]
    out = torch.empty(x.shape[0] - m + 1)
    for i in range(out.shape[0]):
        out[i] = torch.mean(x[i:i + m] * k)
    return out
