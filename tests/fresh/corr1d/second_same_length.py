# mistake: same-behind | same
# meant: pads x so that the output is as long as the input

import torch


def corr1d(x, k):
    n, m = len(x), len(k)
    padded = torch.cat([x, x.new_zeros(m - 1)])
    out = []
    for i in range(n):
        out.append((padded[i : i + m] * k).sum())
    return torch.stack(out)
