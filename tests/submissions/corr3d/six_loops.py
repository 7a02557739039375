# passes 10
def corr3d(X, K):
    d, h, w = K.shape
    Y = X.new_zeros(X.shape[0] - d + 1, X.shape[1] - h + 1, X.shape[2] - w + 1)
    for t in range(Y.shape[0]):
        for i in range(Y.shape[1]):
            for j in range(Y.shape[2]):
                Y[t, i, j] = torch.sum(X[t:t + d, i:i + h, j:j + w] * K)
    return Y
