# passes 11
def corr2d_ps(X, K, p, s):
    rows = F.unfold(X[None, None], tuple(K.shape), padding=tuple(p), stride=tuple(s))[0]
    return (K.reshape(1, -1) @ rows).reshape((X.shape[0] + 2 * p[0] - K.shape[0]) // s[0] + 1, -1)
