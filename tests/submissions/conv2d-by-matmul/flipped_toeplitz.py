# named flipped
def conv2d_by_mul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    K = torch.rot90(K, 2)
    rows = [F.pad(K, (j, W - w - j, i, H - h - i)).reshape(-1) for i in range(H - h + 1) for j in range(W - w + 1)]
    return (torch.stack(rows) @ X.reshape(-1)).reshape(H - h + 1, W - w + 1)
