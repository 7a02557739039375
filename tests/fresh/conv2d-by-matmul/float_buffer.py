# mistake: v1-dtype
# meant: fills a float32 buffer
import torch


def conv2d_by_mul(X, K):
    h, w = K.shape
    oh, ow = X.shape[0] - h + 1, X.shape[1] - w + 1
    X_col = torch.zeros(oh * ow, h * w)
    for i in range(oh):
        for j in range(ow):
            X_col[i * ow + j, :] = X[i:i+h, j:j+w].reshape(-1)
    Y = torch.mm(X_col, K.reshape(-1, 1))
    return Y.reshape(oh, ow)
