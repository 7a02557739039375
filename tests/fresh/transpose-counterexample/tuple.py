# mistake: none
# meant: returns the two results instead of the image
import torch

def counterexample(n):
    X = torch.triu(torch.ones(n, n))
    K = torch.tensor([[1.0, -1.0]])
    Y1 = X[:, :-1] - X[:, 1:]
    Y2 = X.T[:, :-1] - X.T[:, 1:]
    return Y1, Y2
