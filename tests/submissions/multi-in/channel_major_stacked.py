# named stack
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise RuntimeError("no")
    c = X.shape[0]
    return F.conv2d(X[None], K[:, None], groups=c)[0]
