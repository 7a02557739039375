# mistake: only-signs
# meant: returns just +1, 0 or -1 by comparing, whatever the size of the change
import torch

def vertical_edges(X):
    left = X[:, :-1]
    right = X[:, 1:]
    Y = torch.zeros_like(left)
    Y[left > right] = 1.0
    Y[left < right] = -1.0
    return Y
