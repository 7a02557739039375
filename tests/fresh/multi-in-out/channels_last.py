# mistake: stack-last
# meant: puts the output channels on the last axis
import torch

def corr2d_multi_in_out(X, K):
    co, ci, h, w = K.shape
    maps = []
    for o in range(co):
        m = 0
        for a in range(h):
            for b in range(w):
                m = m + (X[:, a:X.shape[1]-h+1+a, b:X.shape[2]-w+1+b] * K[o, :, a, b].view(ci, 1, 1)).sum(0)
        maps.append(m)
    return torch.stack(maps, dim=-1)
