# named inplace-restored
def corr2d(X, K):
    X.mul_(2)
    X.div_(2)
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))
