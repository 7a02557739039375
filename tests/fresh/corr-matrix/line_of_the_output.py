# mistake: output-width
# meant: numbers the pixels with the width of the output instead of that of the image
import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    m, n = H - h + 1, W - w + 1
    C = K.new_zeros(m * n, H * W)
    for i in range(m):
        for j in range(n):
            for a in range(h):
                for b in range(w):
                    C[i * n + j, (i + a) * n + j + b] = K[a, b]
    return C
