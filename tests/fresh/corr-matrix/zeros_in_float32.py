# mistake: float32-out
# meant: the matrix of zeros is float32, whatever K is
import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    C = torch.zeros(H - h + 1, W - w + 1, H, W)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            C[i, j, i:i+h, j:j+w] = K
    return C.reshape((H - h + 1) * (W - w + 1), H * W)
