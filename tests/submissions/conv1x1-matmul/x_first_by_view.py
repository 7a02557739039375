# named x-first
def conv1x1(X, K):
    ci, h, w = X.shape
    pixels = X.reshape(-1).reshape(-1, ci)
    return torch.mm(pixels, K.flatten(1).T).T.reshape(-1, h, w)
