# named only-signs
def vertical_edges(X):
    Y = torch.zeros(X.shape[0], X.shape[1] - 1)
    for i in range(X.shape[0]):
        for j in range(X.shape[1] - 1):
            if X[i, j] == 1 and X[i, j + 1] == 0:
                Y[i, j] = 1
            elif X[i, j] == 0 and X[i, j + 1] == 1:
                Y[i, j] = -1
    return Y
