# mistake: symmetric
# meant: mirrors at the edge of the border pixel, so that it is repeated
import torch

def mirror_pad(X, p):
    if p == 0:
        return X.clone()
    top = X[:p].flip(0)
    bottom = X[-p:].flip(0)
    X = torch.cat([top, X, bottom], dim=0)
    left = X[:, :p].flip(1)
    right = X[:, -p:].flip(1)
    return torch.cat([left, X, right], dim=1)
