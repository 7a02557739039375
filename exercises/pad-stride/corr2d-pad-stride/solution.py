import torch
import torch.nn.functional as F


def corr2d_ps(X, K, p, s):
    """Pad, then add up the kernel's shifts of the padded image, each taken in steps of the stride."""
    height, width = K.shape
    X = F.pad(X, (p[1], p[1], p[0], p[0]))
    last_row, last_column = X.shape[0] - height + 1, X.shape[1] - width + 1
    total = 0
    for down in range(height):
        for right in range(width):
            shifted = X[down : down + last_row : s[0], right : right + last_column : s[1]]
            total = total + K[down, right] * shifted
    return total
