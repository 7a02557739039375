import torch


def vertical_edges(X):
    # X: (H, W), a float tensor
    # returns a tensor of shape (H, W - 1)
    # TODO: compare each pixel with its right neighbour
    ...
