# not named
def conv1x1(X, K):
    return torch.tensordot(K[:, :, 0, 0].flip(1), X, dims=1)
