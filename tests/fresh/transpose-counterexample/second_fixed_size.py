# mistake: fixed-size-3
# meant: a fixed 3x3 image whatever n is

import torch


def counterexample(n):
    return torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
