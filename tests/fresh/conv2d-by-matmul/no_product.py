# mistake: no-matmul
# meant: multiplies with * and sums: no matrix product at all
import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    H, W = X.shape[0] - h + 1, X.shape[1] - w + 1
    A = torch.stack([X[i:i+h, j:j+w].reshape(-1) for i in range(H) for j in range(W)])
    return (A * K.reshape(-1)).sum(dim=1).reshape(H, W)
