# mistake: sign
# meant: the sign is turned round

import torch


def vertical_edges(X):
    return torch.diff(X, dim=1)
