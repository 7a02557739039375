# named circular
def mirror_pad(X, p):
    H, W = X.shape
    return X[[i % H for i in range(-p, H + p)]][:, [j % W for j in range(-p, W + p)]]
