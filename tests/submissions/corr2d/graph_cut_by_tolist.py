# named graph-cut
def corr2d(X, K):
    x, k = X.tolist(), K.tolist()
    h, w = len(k), len(k[0])
    return torch.tensor([[sum(x[i + a][j + b] * k[a][b] for a in range(h) for b in range(w))
                          for j in range(len(x[0]) - w + 1)] for i in range(len(x) - h + 1)], dtype=X.dtype)
