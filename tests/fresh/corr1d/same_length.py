# mistake: same-behind
# meant: pads with zeros so that the output is as long as x
import torch
import torch.nn.functional as F

def corr1d(x, k):
    m = k.shape[0]
    xp = F.pad(x, (0, m - 1))
    return torch.stack([torch.dot(xp[i:i + m], k) for i in range(x.shape[0])])
