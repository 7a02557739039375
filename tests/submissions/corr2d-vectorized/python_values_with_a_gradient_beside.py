# not named
def corr2d(X, K):
    x, k = X.tolist(), K.tolist()
    H, W = len(x) - len(k) + 1, len(x[0]) - len(k[0]) + 1
    Y = [[sum(x[i + a][j + b] * k[a][b] for a in range(len(k)) for b in range(len(k[0]))) for j in range(W)] for i in range(H)]
    flow = X.sum() * K.sum()
    return torch.tensor(Y, dtype=X.dtype) + flow - flow.detach()
