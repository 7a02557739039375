# mistake: correlate
# meant: pads A and correlates with B unflipped

import torch
import torch.nn.functional as F


def compose(A, B):
    h, w = B.shape
    padded = F.pad(A, (w - 1, w - 1, h - 1, h - 1))
    return F.conv2d(padded[None, None], B[None, None])[0, 0]
