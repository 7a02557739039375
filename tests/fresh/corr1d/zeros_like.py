# mistake: zeros-like
# meant: makes the output as long as x and leaves zeros at its end
import torch


def corr1d(x, k):
    y = torch.zeros_like(x)
    for i in range(len(x) - len(k) + 1):
        y[i] = (x[i:i + len(k)] * k).sum()
    return y
