# mistake: width-first
# meant: gives the product the shape (co, W, H)
import torch

def conv1x1(X, K):
    ci, W, H = X.shape[0], X.shape[2], X.shape[1]
    Y = K.view(-1, ci) @ X.view(ci, -1)
    return Y.view(-1, W, H)
