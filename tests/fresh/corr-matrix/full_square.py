# mistake: cut-at-the-border
# meant: as many rows as pixels, the kernel is cut off at the border
import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    rows = []
    for i in range(H):
        for j in range(W):
            sheet = torch.zeros(H, W, dtype=K.dtype)
            for a in range(h):
                for b in range(w):
                    if i + a < H and j + b < W:
                        sheet[i + a, j + b] = K[a, b]
            rows.append(sheet.reshape(-1))
    return torch.stack(rows)
