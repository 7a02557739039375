# mistake: integers
# meant: returns whole numbers with an integer dtype
import torch

def counterexample(n):
    return torch.arange(n * n).reshape(n, n)
