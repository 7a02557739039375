# passes 15
def conv2d_by_mul(X, K):
    (H, W), (h, w) = X.shape, K.shape
    rows = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            rows.append(F.pad(K, (j, W - w - j, i, H - h - i)).reshape(-1))
    return torch.mv(torch.stack(rows), X.reshape(-1)).reshape(H - h + 1, W - w + 1)
