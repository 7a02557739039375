# mistake: eye
# meant: changes one entry on the diagonal of the identity
import torch


def counterexample(n):
    X = torch.eye(n)
    X[0, 0] = 7.0   # now it is not the identity any more
    return X
