# not named
def conv2d_by_mul(X, K):
    h, w = K.shape
    windows = F.unfold(X[None, None], (h, w))[0]
    halves = K.reshape(1, -1) @ (windows / 2) + K.reshape(1, -1) @ (windows / 2)
    return halves.reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
