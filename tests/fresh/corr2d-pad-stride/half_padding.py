# mistake: half-padding
# meant: p as the padding of both sides together, so half of it on each side
import torch
import torch.nn.functional as F

def corr2d_ps(X, K, p, s):
    top, left = p[0] // 2, p[1] // 2
    X = F.pad(X, (left, p[1] - left, top, p[0] - top))
    windows = X.unfold(0, K.shape[0], s[0]).unfold(1, K.shape[1], s[1])
    return (windows * K).sum(dim=(2, 3))
