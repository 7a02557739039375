# mistake: transposed
# meant: pixels as rows, outputs as columns

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    rows = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            sheet = K.new_zeros(H, W)
            sheet[i : i + h, j : j + w] = K
            rows.append(sheet.flatten())
    return torch.stack(rows, dim=1)
