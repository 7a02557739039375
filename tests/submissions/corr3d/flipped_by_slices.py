# named flipped
def corr3d(X, K):
    K = K.flip(0).flip(1).flip(2)
    windows = X.unfold(0, K.size(0), 1).unfold(1, K.size(1), 1).unfold(2, K.size(2), 1)
    return (windows * K).sum(dim=(-1, -2, -3))
