# mistake: graph-cut
# meant: builds the output from Python numbers
import torch

def corr1d(x, k):
    xs = x.tolist()
    ks = k.tolist()
    return torch.tensor([sum(a * b for a, b in zip(xs[i:], ks)) for i in range(len(xs) - len(ks) + 1)])
