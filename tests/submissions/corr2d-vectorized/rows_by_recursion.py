# named pixel-loop
def corr2d(X, K):
    first = (X[:len(K)].unfold(1, K.shape[1], 1) * K[:, None]).sum((0, 2))[None]
    return first if len(X) == len(K) else torch.cat([first, corr2d(X[1:], K)])
