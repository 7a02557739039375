# mistake: horizontal
# meant: takes differences along dim 0, thinking of columns, so rows are compared
import torch

def vertical_edges(X):
    # columns -> dim 0
    return -torch.diff(X, dim=0)
