# mistake: output-width
# meant: uses the kernel's width as the row length of the sheet

import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    oh, ow = H - h + 1, W - w + 1
    C = torch.zeros(oh * ow, H * W, dtype=K.dtype)
    for i in range(oh):
        for j in range(ow):
            for a in range(h):
                for b in range(w):
                    C[i * ow + j, (i + a) * ow + j + b] = K[a, b]
    return C
