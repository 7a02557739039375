# passes 12
def vertical_edges(X):
    H, W = X.shape
    values = []
    for i in range(H):
        for j in range(W - 1):
            values.append(X[i, j] * 1.0 + X[i, j + 1] * -1.0)
    return torch.stack(values).reshape(H, W - 1)
