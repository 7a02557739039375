# mistake: graph-cut
# meant: copies the values with float(), so the gradient is cut
import torch


def corr_matrix(K, H, W):
    h, w = K.shape
    out_h = H - h + 1
    out_w = W - w + 1
    C = torch.zeros(out_h * out_w, H * W, dtype=K.dtype)
    for i in range(out_h):
        for j in range(out_w):
            for a in range(h):
                for b in range(w):
                    C[i * out_w + j, (i + a) * W + (j + b)] = float(K[a, b])
    return C
