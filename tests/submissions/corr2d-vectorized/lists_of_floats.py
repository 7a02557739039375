# not named 12
def corr2d(X, K):
    x = [list(map(float, row)) for row in X]
    H, W = X.shape[0] - len(K) + 1, X.shape[1] - len(K[0]) + 1
    Y = [[math.fsum(x[i + a][j + b] * float(K[a, b]) for a in range(len(K)) for b in range(len(K[0])))
          for j in range(W)] for i in range(H)]
    return X.new_tensor(Y)
