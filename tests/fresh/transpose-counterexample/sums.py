# mistake: zero-diag
# meant: fills X[i, j] with i + j, which is symmetric
import torch

def counterexample(n):
    X = torch.zeros(n, n)
    for i in range(n):
        for j in range(n):
            X[i, j] = i + j
    return X
