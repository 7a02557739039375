# named transposed
def im2col(X, h, w):
    return X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w).T
