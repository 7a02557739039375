# passes 10
def critical_lr(X, h, w, bias):
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    columns = [X[a:a + H, b:b + W].reshape(-1).double() for a in range(h) for b in range(w)]
    A = torch.stack(columns + [torch.ones(H * W).double()] * int(bias), 1)
    v = torch.ones(A.shape[1]).double() + torch.arange(A.shape[1]) / 7
    for _ in range(3000):
        v = A.T @ (A @ v)
        v = v / v.norm()
    return float(1 / (v @ (A.T @ (A @ v))))
