# passes 10
def conv2d(X, K):
    h, w = K.shape
    full = F.conv_transpose2d(X[None, None], K[None, None])[0, 0]
    return full[h - 1:full.shape[0] - h + 1, w - 1:full.shape[1] - w + 1]
