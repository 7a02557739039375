# passes 10
def conv2d(X, K):
    (H, W), (h, w) = X.shape, K.shape
    values = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            total = 0
            for a in range(h):
                for b in range(w):
                    total = total + X[i + h - 1 - a, j + w - 1 - b] * K[a, b]
            values.append(total)
    return torch.stack(values).reshape(H - h + 1, W - w + 1)
