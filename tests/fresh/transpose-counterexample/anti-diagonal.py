# mistake: flip-eye
# meant: turns the identity into the other diagonal, which is symmetric too
import torch

def counterexample(n):
    return torch.fliplr(torch.eye(n))
