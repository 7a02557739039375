# mistake: stride-k
# meant: avg_pool2d with the default stride

import torch
import torch.nn.functional as F


def box_blur(X, k):
    return F.avg_pool2d(X.unsqueeze(0), k).squeeze(0)
