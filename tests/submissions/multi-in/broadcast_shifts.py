# named broadcast
def corr2d_multi_in(X, K):
    h, w = K.shape[-2:]
    H, W = X.shape[-2] - h + 1, X.shape[-1] - w + 1
    return sum((K[:, a, b, None, None] * X[:, a:a + H, b:b + W]).sum(0) for a in range(h) for b in range(w))
