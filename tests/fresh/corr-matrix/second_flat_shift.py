# mistake: no-line-break
# meant: shifts the flat first row by one for each output, across row ends

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    sheet = torch.zeros(H, W, dtype=K.dtype)
    sheet[:h, :w] = K
    first = sheet.reshape(-1)
    n = (H - h + 1) * (W - w + 1)
    return torch.stack([torch.roll(first, r) for r in range(n)])
