# passes 11
def im2col(X, h, w):
    A = None
    for i in range(X.shape[0] - h + 1):
        for j in range(X.shape[1] - w + 1):
            row = X[i:i + h, j:j + w].reshape(1, -1)
            A = row if A is None else torch.cat((A, row), dim=0)
    return A
