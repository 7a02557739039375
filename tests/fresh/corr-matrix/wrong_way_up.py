# mistake: transposed
# meant: returns the transpose: pixels in rows, outputs in columns
import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    columns = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            s = torch.zeros(H, W, dtype=K.dtype)
            s[i:i+h, j:j+w] = K
            columns.append(s.flatten())
    return torch.stack(columns, dim=1)
