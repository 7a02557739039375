# not named
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise RuntimeError("no")
    return F.conv2d(X[None], K[:, None], groups=len(X))[0].amax(0)
