# mistake: off-by-one
# meant: range(H - h), range(W - w): the last windows are missing
import torch


def im2col(X, h, w):
    out = []
    for i in range(X.shape[0] - h):
        for j in range(X.shape[1] - w):
            out.append(X[i:i+h, j:j+w].contiguous().view(-1))
    return torch.stack(out)
