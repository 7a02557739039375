# mistake: column-major
# meant: the outer loop runs over the columns, so windows go from top to bottom first
import torch


def im2col(X, h, w):
    result = []
    for left in range(X.shape[1] - w + 1):
        for top in range(X.shape[0] - h + 1):
            result.append(X[top:top + h, left:left + w].reshape(-1))
    return torch.stack(result)
