# mistake: row-stride
# meant: writes the kernel numbers next to each other in the row, without the gap of W - w
import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    oh, ow = H - h + 1, W - w + 1
    C = torch.zeros(oh * ow, H * W, dtype=K.dtype)
    for i in range(oh):
        for j in range(ow):
            start = i * W + j
            C[i * ow + j, start:start + h * w] = K.reshape(-1)
    return C
