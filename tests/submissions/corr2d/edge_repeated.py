# not named
import torch.nn.functional as F


def corr2d(X, K):
    h, w = K.shape
    P = F.pad(X[None, None], ((w - 1) // 2, w // 2, (h - 1) // 2, h // 2), mode="replicate")[0, 0]
    return (P.unfold(0, h, 1).unfold(1, w, 1) * K).sum((2, 3))
