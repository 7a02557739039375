# passes 12
def conv1x1(X, K):
    return torch.tensordot(K[:, :, 0, 0], X, dims=1)
