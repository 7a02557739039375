# not named 0 timeout
def corr2d(X, K):
    while True:
        pass
