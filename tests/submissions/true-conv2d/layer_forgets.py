# named correlation
def conv2d(X, K):
    rows, columns = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    return sum(K[a, b] * X[a:a + rows, b:b + columns] for a in range(K.shape[0]) for b in range(K.shape[1]))
