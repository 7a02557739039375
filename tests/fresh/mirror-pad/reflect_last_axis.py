# mistake: columns-only
# meant: reflects the last axis only
import torch
import torch.nn.functional as F


def mirror_pad(X, p):
    X = X.unsqueeze(0)
    X = F.pad(X, (p, p), mode='reflect')
    return X.squeeze(0)
