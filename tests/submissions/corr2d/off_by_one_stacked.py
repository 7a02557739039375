# named off-by-one
def corr2d(X, K):
    h, w = K.shape
    rows = [[(X[i:i + h, j:j + w] * K).sum() for j in range(X.shape[1] - w)] for i in range(X.shape[0] - h)]
    return torch.tensor(rows).reshape(X.shape[0] - h, X.shape[1] - w)
