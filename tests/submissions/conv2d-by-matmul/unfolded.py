# passes 15
def conv2d_by_mul(X, K):
    h, w = K.shape
    windows = F.unfold(X[None, None], (h, w))[0]
    return (K.reshape(1, -1) @ windows).reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
