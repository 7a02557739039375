# mistake: two-numbers
# meant: passes F.pad only the two numbers of p, which pads one axis only
import torch
import torch.nn.functional as F

def corr2d_ps(X, K, p, s):
    Xp = F.pad(X, p)
    H, W = Xp.shape
    h, w = K.shape
    values = [[(Xp[i:i+h, j:j+w] * K).sum() for j in range(0, W - w + 1, s[1])] for i in range(0, H - h + 1, s[0])]
    return torch.stack([torch.stack(r) for r in values])
