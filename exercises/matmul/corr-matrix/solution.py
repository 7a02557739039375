import torch
import torch.nn.functional as F


def corr_matrix(K, H, W):
    """One sheet of H × W for each output: the kernel where its window lies, zeros around it."""
    down, right = H - K.shape[0], W - K.shape[1]
    sheets = [
        F.pad(K, (left, right - left, top, down - top)).reshape(-1)
        for top in range(down + 1)
        for left in range(right + 1)
    ]
    return torch.stack(sheets)
