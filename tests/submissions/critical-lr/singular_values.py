# passes 10
def critical_lr(X, h, w, bias):
    A = F.unfold(X[None, None], (h, w))[0].T
    if bias:
        A = F.pad(A, (0, 1), value=1.0)
    return 1 / torch.linalg.matrix_norm(A, 2) ** 2
