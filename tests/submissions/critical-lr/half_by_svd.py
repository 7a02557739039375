# named half
def critical_lr(X, h, w, bias):
    A = F.unfold(X[None, None], (h, w))[0].T
    if bias:
        A = F.pad(A, (0, 1), value=1.0)
    return 2 / torch.linalg.svdvals(A)[0].item() ** 2
