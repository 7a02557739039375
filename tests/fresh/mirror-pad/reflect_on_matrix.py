# mistake: no-batch-axis
# meant: F.pad with mode reflect straight on a matrix, which PyTorch refuses
import torch
import torch.nn.functional as F


def mirror_pad(X, p):
    return F.pad(X, (p, p, p, p), mode="reflect")
