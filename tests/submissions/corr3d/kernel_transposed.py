# not named
def corr3d(X, K):
    windows = X.unfold(0, K.size(0), 1).unfold(1, K.size(1), 1).unfold(2, K.size(2), 1)
    return (windows * K.abs()).sum(dim=(-1, -2, -3))
