# named not-raised
def corr2d_multi_in(X, K):
    if len(X) != len(K):
        return "different channels"
    return sum(F.conv2d(x[None, None], k[None, None])[0, 0] for x, k in zip(X, K))
