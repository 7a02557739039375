# passes 10
def box_blur(X, k):
    return X.unfold(0, k, 1).mean(-1).unfold(1, k, 1).mean(-1)
