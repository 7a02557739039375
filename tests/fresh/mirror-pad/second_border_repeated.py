# mistake: symmetric
# meant: the mirror stands behind the border pixel

import torch


def mirror_pad(X, p):
    if p == 0:
        return X.clone()
    X = torch.cat([X[:p].flip(0), X, X[-p:].flip(0)], dim=0)
    X = torch.cat([X[:, :p].flip(1), X, X[:, -p:].flip(1)], dim=1)
    return X
