# named loop-of-dots
def conv2d_by_mul(X, K):
    h, w = K.shape
    k = K.flatten()
    values = [torch.dot(X[i:i + h, j:j + w].flatten(), k) for i in range(X.shape[0] - h + 1) for j in range(X.shape[1] - w + 1)]
    return torch.stack(values).reshape(X.shape[0] - h + 1, -1)
