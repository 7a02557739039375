# passes 12
def conv1x1(X, K):
    pixels = X.permute(1, 2, 0).reshape(-1, X.shape[0])
    return (pixels @ K.flatten(1).T).T.reshape(-1, *X.shape[1:])
