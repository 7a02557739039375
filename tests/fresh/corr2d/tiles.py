# mistake: jumps
# meant: moves the window by its own size instead of by one
import torch
def corr2d(X, K):
    # cut X into blocks of the size of K
    h = K.shape[0]
    w = K.shape[1]
    rows = []
    for i in range(0, X.shape[0] - h + 1, h):
        row = []
        for j in range(0, X.shape[1] - w + 1, w):
            row.append((X[i:i+h, j:j+w] * K).sum())
        rows.append(torch.stack(row))
    return torch.stack(rows)
