# passes 10
def corr2d_multi_in_out(X, K):
    (ci, H, W), (co, _, h, w) = X.shape, K.shape
    Y = X.new_empty(co, H - h + 1, W - w + 1)
    for o in reversed(range(co)):
        for i in range(H - h + 1):
            for j in range(W - w + 1):
                Y[o, i, j] = torch.tensordot(X[:, i:i + h, j:j + w], K[o], 3)
    return Y
