# passes 13
def row(X, K, i, j):
    if j + K.shape[1] > X.shape[1]:
        return []
    return [torch.sum(torch.mul(X[i:i + K.shape[0], j:j + K.shape[1]], K))] + row(X, K, i, j + 1)

def corr2d(X, K):
    return torch.stack([torch.stack(row(X, K, i, 0)) for i in range(X.shape[0] - K.shape[0] + 1)])
