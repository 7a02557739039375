# mistake: flat
# meant: leaves the output as (co, H*W)
import torch


def conv1x1(X, K):
    X = X.flatten(start_dim=1)
    K = K.flatten(start_dim=1)
    return torch.mm(K, X)
