# mistake: correlate
# meant: slides B over the padded A without a flip
import torch
import torch.nn.functional as F


def compose(A, B):
    h, w = B.shape
    return F.conv2d(A[None, None], B[None, None], padding=(h - 1, w - 1))[0, 0]
