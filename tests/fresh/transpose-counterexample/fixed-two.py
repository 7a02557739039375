# mistake: fixed-size
# meant: always returns the same 2x2 image, whatever n is
import torch


def counterexample(n):
    return torch.tensor([[1.0, 0.0],
                         [1.0, 0.0]])
