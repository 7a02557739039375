# mistake: ignores-dy
# meant: leaves the chain rule out: sums the pixels without dY
import torch


def kernel_grad(X, dY):
    m, n = dY.shape
    h = X.shape[0] - m + 1
    w = X.shape[1] - n + 1
    # dY[i,j]/dK[a,b] = X[i+a, j+b]
    rows = [torch.stack([X[a:a + m, b:b + n].sum() for b in range(w)]) for a in range(h)]
    return torch.stack(rows)
