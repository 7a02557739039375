# mistake: graph-cut
# meant: collects Python numbers, so no gradient

import torch


def corr1d(x, k):
    values = []
    for i in range(x.numel() - k.numel() + 1):
        total = 0.0
        for a in range(k.numel()):
            total += x[i + a].item() * k[a].item()
        values.append(total)
    return torch.tensor(values)
