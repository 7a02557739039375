# passes 11
def corr2d_ps(X, K, p, s):
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    return (X.unfold(0, K.shape[0], s[0]).unfold(1, K.shape[1], s[1]) * K).sum((2, 3))
