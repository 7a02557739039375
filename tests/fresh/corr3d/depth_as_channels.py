# mistake: one-slab | channels-loop
# meant: treats the depth as channels: multiplies slice by slice and adds everything up
import torch


def corr3d(X, K):
    def corr2d(x, k):
        h, w = k.shape
        out = torch.zeros(x.shape[0] - h + 1, x.shape[1] - w + 1)
        for i in range(out.shape[0]):
            for j in range(out.shape[1]):
                out[i, j] = (x[i:i+h, j:j+w] * k).sum()
        return out
    return sum(corr2d(x, k) for x, k in zip(X, K))
