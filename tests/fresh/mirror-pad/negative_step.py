# mistake: negative-step
# meant: reverses with a negative step, which tensors refuse
import torch

def mirror_pad(X, p):
    top = X[p:0:-1]
    bottom = X[-2:-2 - p:-1]
    X = torch.cat([top, X, bottom])
    return torch.cat([X[:, p:0:-1], X, X[:, -2:-2 - p:-1]], dim=1)
