# not named 0
def corr2d_multi_in(X, K):
    raise ValueError("channels differ")
