import torch


def counterexample(n):
    # n: int, at least 2; return a float tensor (n, n)
    # TODO: return an image that changes the result when it is transposed
    return torch.eye(n)
