# mistake: k-four-axes
# meant: multiplies K as it is with X
import torch

def conv1x1(X, K):
    return torch.matmul(K, X).squeeze()
