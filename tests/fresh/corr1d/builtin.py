# mistake: builtin
# meant: calls F.conv1d
import torch
import torch.nn.functional as F


def corr1d(x, k):
    return F.conv1d(x.view(1, 1, -1), k.view(1, 1, -1)).view(-1)
