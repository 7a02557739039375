# mistake: no-line-break
# meant: each row is the one before moved by one, also at the end of a line
import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    sheet = torch.zeros(H, W, dtype=K.dtype)
    sheet[:h, :w] = K
    first = sheet.reshape(-1)
    n = (H - h + 1) * (W - w + 1)
    # Toeplitz: every row is the previous one shifted to the right
    return torch.stack([torch.roll(first, s) for s in range(n)])
