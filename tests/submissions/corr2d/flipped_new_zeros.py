# named flipped 4
def corr2d(X, K):
    h, w = K.shape
    K = torch.flip(K, [0, 1])
    Y = X.new_zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(len(Y)):
        for j in range(len(Y[0])):
            Y[i, j] = torch.tensordot(X[i:i + h, j:j + w], K)
    return Y
