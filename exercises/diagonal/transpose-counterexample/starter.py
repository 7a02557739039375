import torch


def counterexample(n):
    # n: int, at least 2
    # returns a float tensor of shape (n, n)
    # TODO: return an image that changes the result when it is transposed
    return torch.eye(n)
