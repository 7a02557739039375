# mistake: dilated
# meant: takes the stride as a dilation: the window's pixels lie s apart and the window moves by one
import torch
import torch.nn.functional as F


def corr2d_ps(X, K, p, s):
    # stride = distance of the pixels
    A = F.pad(X, (p[1], p[1], p[0], p[0]))
    h, w = K.shape
    oh = A.shape[0] - (h - 1) * s[0]
    ow = A.shape[1] - (w - 1) * s[1]
    out = 0
    for a in range(h):
        for b in range(w):
            out = out + K[a, b] * A[a * s[0]:a * s[0] + oh, b * s[1]:b * s[1] + ow]
    return out
