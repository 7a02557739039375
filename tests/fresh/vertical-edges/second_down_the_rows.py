# mistake: horizontal
# meant: compares with the pixel below

import torch


def vertical_edges(X):
    return X[:-1, :] - X[1:, :]
