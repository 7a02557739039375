# mistake: out-scramble
# meant: product of (H*W, ci) and (ci, co), then reshaped to (co, H, W) without transposing back
import torch

def conv1x1(X, K):
    c_i, h, w = X.shape
    c_o = K.shape[0]
    X = X.permute(1, 2, 0).reshape(-1, c_i)
    K = K.squeeze(-1).squeeze(-1).t()
    Y = torch.matmul(X, K)
    return Y.reshape(c_o, h, w)
