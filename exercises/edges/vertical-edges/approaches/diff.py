"""
en: torch.diff takes the right neighbour minus the left one, so only the sign has to change.
zh: torch.diff 算的是右边减左边，所以只需变号。
"""

import torch


def vertical_edges(X):
    return -torch.diff(X, dim=1)
