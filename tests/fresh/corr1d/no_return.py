# mistake: none
# meant: forgets to return
import torch

def corr1d(x, k):
    n, m = x.shape[0], k.shape[0]
    y = torch.zeros(n - m + 1)
    for i in range(n - m + 1):
        y[i] = torch.dot(x[i:i + m], k)
