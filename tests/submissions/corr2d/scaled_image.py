# not named
def corr2d(X, K):
    return X * K.sum()
