# passes 12
# note book-version
def corr2d(X, K):
    """Compute 2D cross-correlation."""
    rows, columns = K.shape
    result = torch.zeros((X.shape[0] - rows + 1, X.shape[1] - columns + 1))
    for i in range(result.shape[0]):
        for j in range(result.shape[1]):
            result[i, j] = (X[i:i + rows, j:j + columns] * K).sum()
    return result
